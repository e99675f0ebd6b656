package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.receipt.ProvedAttestation;
import io.yipiao.verifier.receipt.ProvedBatch;
import io.yipiao.verifier.receipt.ProvedBill;
import io.yipiao.verifier.receipt.ProvedShare;
import io.yipiao.verifier.receipt.ProvedValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a checked receipt proves and what it does not, in plain words; the texts stand in the
 * resource {@code receipts.json}.
 *
 * @param proves what is certain unless two organisations' peers lie together
 * @param leavesOpen what a reader might take it to prove, and it does not
 */
public record ReceiptMeaning(List<Sentence> proves, List<Sentence> leavesOpen) {

    public ReceiptMeaning {
        proves = List.copyOf(proves);
        leavesOpen = List.copyOf(leavesOpen);
    }

    public static ReceiptMeaning of(ProvedValue proved) {
        List<Line> lines = new ArrayList<>();
        switch (proved.fact()) {
            case ProvedBatch batch -> lines.add(batch(batch));
            case ProvedBill bill -> {
                lines.add(bill(bill));
                lines.addAll(uses(bill, proved.arguments()));
            }
        }
        lines.add(always(proved));
        return new ReceiptMeaning(
                lines.stream().map(line -> line.text.proves(line.values)).toList(),
                lines.stream()
                        .map(line -> line.text)
                        .distinct()
                        .map(ReceiptText::leavesOpen)
                        .toList());
    }

    /** What was done to the bill: taken back, claimed, attested. A paper's uses stand elsewhere. */
    private static List<Line> uses(ProvedBill bill, List<String> asked) {
        List<Line> lines = new ArrayList<>();
        bill.red()
                .ifPresent(red -> lines.add(line(ReceiptText.REVERSED, Map.of("red", red.hex()))));
        bill.share().ifPresent(share -> lines.add(share(share)));
        bill.parts().forEach(part -> lines.add(share(part)));
        bill.attested().ifPresent(attested -> lines.add(attested(attested)));
        boolean isUsed = bill.share().isPresent() || bill.attested().isPresent();
        if (!isUsed && bill.fingerprint().isPresent() && bill.aliasOf().isEmpty()) {
            lines.add(line(ReceiptText.NONE, Map.of("payer", asked.get(1), "claim", asked.get(2))));
        }
        return lines;
    }

    private static Line batch(ProvedBatch batch) {
        return line(
                ReceiptText.BATCH,
                Map.of(
                        "issuer", Integer.toString(batch.issuer()),
                        "size", Integer.toString(batch.size()),
                        "keySeq", Integer.toString(batch.keySeq()),
                        "root", batch.root().hex()));
    }

    private static Line bill(ProvedBill bill) {
        ReceiptText text = ReceiptText.of(bill.state(), bill.aliasOf().isPresent());
        return line(
                text,
                Map.of(
                        "claimable", bill.claimable().map(Fen::yuan).orElse(""),
                        "fingerprint", bill.fingerprint().map(print -> print.hex()).orElse(""),
                        "bill", bill.aliasOf().map(index -> index.hex()).orElse("")));
    }

    private static Line share(ProvedShare share) {
        return line(
                ReceiptText.of(share.state()),
                Map.of(
                        "payer", share.payer(),
                        "class", share.payerClass(),
                        "claim", share.claim(),
                        "fen", share.fen().yuan()));
    }

    private static Line attested(ProvedAttestation attested) {
        return line(
                ReceiptText.ATTESTED,
                Map.of(
                        "payer", attested.payer(),
                        "class", attested.payerClass(),
                        "claim", attested.claim()));
    }

    private static Line always(ProvedValue proved) {
        return line(
                ReceiptText.ALWAYS,
                Map.of(
                        "organisations", String.join(", ", proved.organisations()),
                        "channel", proved.channel(),
                        "block", Long.toString(proved.block()),
                        "transaction", Long.toString(proved.transaction())));
    }

    private static Line line(ReceiptText text, Map<String, String> values) {
        return new Line(text, values);
    }

    private record Line(ReceiptText text, Map<String, String> values) {}
}
