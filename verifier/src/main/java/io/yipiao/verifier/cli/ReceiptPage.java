package io.yipiao.verifier.cli;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.receipt.ProvedBill;
import io.yipiao.verifier.receipt.ProvedShare;
import io.yipiao.verifier.receipt.ProvedValue;
import io.yipiao.verifier.verdict.ReceiptMeaning;
import io.yipiao.verifier.verdict.Sentence;

import java.util.List;

/** What a checked receipt proves, on the console. */
final class ReceiptPage {
    private final Console console;

    ReceiptPage(Console console) {
        this.console = console;
    }

    void print(ProvedValue proved) {
        ReceiptMeaning meaning = ReceiptMeaning.of(proved);
        console.say("✓ 凭证成立，它证明：", "✓ The receipt is good. It proves:");
        list(meaning.proves());
        console.say("它不证明：", "It does not prove:");
        list(meaning.leavesOpen());
        console.tell(new Sentence("账本位置", "ledger key"), proved.key());
        if (proved.fact() instanceof ProvedBill bill) {
            bill.share().flatMap(ProvedShare::result).ifPresent(this::result);
        }
    }

    private void list(List<Sentence> sentences) {
        sentences.forEach(each -> console.say("  - " + each.chinese(), "  - " + each.english()));
    }

    private void result(Digest digest) {
        console.tell(new Sentence("结果摘要", "result digest"), digest.hex());
    }
}
