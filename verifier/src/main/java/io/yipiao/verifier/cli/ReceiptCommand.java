package io.yipiao.verifier.cli;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.receipt.ProvedBatch;
import io.yipiao.verifier.receipt.ProvedBill;
import io.yipiao.verifier.receipt.ProvedShare;
import io.yipiao.verifier.receipt.ProvedValue;
import io.yipiao.verifier.receipt.ReceiptException;
import io.yipiao.verifier.verdict.Sentence;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code receipt}: what an endorsed read of the ledger proves, checked without the ledger. */
@Command(
        name = "receipt",
        mixinStandardHelpOptions = true,
        description = "离线核对账本凭证，说出它证明了什么。 Check a receipt offline and say what it proves.")
final class ReceiptCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RECEIPT", description = "凭证文件。 The receipt.")
    private Path receipt = Path.of("");

    @Option(
            names = "--roots",
            required = true,
            paramLabel = "FILE",
            description =
                    "各单位的根证书 {organisations [{msp, roots}]}。 The organisations' root certificates.")
    private Path roots = Path.of("");

    @Option(names = "--channel", description = "${DEFAULT-VALUE}")
    private String channel = "bills";

    ReceiptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        try {
            ProvedValue proved = ReceiptFile.check(receipt, roots, channel);
            console.say("✓ " + chinese(proved), "✓ " + proved.explanation());
            details(proved);
            return Exit.GOOD;
        } catch (ReceiptException e) {
            console.say(
                    "✕ 凭证不能证明什么：" + e.getMessage(),
                    "✕ The receipt proves nothing: " + e.getMessage());
            return Exit.BAD;
        }
    }

    private static String chinese(ProvedValue proved) {
        return "%s 都签字证明：%s 这件事由第 %d 块第 %d 笔交易写入；之后有没有变，凭证不说。"
                .formatted(
                        String.join("、", proved.organisations()),
                        chineseFact(proved),
                        proved.block(),
                        proved.transaction());
    }

    private static String chineseFact(ProvedValue proved) {
        return switch (proved.fact()) {
            case ProvedBatch batch ->
                    "编号 %d 的开票单位有一批 %d 张票据登记在通道 %s 上。"
                            .formatted(batch.issuer(), batch.size(), proved.channel());
            case ProvedBill bill ->
                    "通道 %s 上这张票据的状态是 %s%s。"
                            .formatted(
                                    proved.channel(),
                                    bill.state(),
                                    bill.red().isPresent() ? "，已冲红" : "");
        };
    }

    private void details(ProvedValue proved) {
        console.tell(new Sentence("账本位置", "ledger key"), proved.key());
        if (proved.fact() instanceof ProvedBill bill) {
            bill.claimable()
                    .ifPresent(fen -> console.tell(new Sentence("可报销", "claimable"), fen.yuan()));
            bill.share().ifPresent(this::share);
        }
    }

    private void share(ProvedShare share) {
        console.tell(new Sentence("支付方", "payer"), share.payer() + " (" + share.payerClass() + ")");
        console.tell(new Sentence("报销单", "claim"), share.claim());
        console.tell(new Sentence("金额", "amount"), share.fen().yuan() + " " + share.state());
        share.result()
                .map(Digest::hex)
                .ifPresent(hex -> console.tell(new Sentence("结果摘要", "result digest"), hex));
    }
}
