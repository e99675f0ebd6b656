package io.yipiao.gateway.claim;

import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

import java.util.List;

/**
 * The calls by which a payer takes, stamps and gives back its share of a bill, and asks what stands
 * there. Sent twice they do their work once: payer, claim, operation and n name it.
 *
 * @param payer the payer's id on the ledger, whose certificate signs
 * @param claim under which claim
 * @param n numbers the operation within the claim
 */
public record ShareCalls(String payer, String claim, int n) {

    /** Opens a bill, if nobody has yet, and occupies a share of it (占用). */
    public Call hold(BillPlace bill, Fen fen) {
        return opening("hold", bill, opened(bill).put("fen", fen.value()));
    }

    /** The same, stamped at once (报销入账). */
    public Call holdAndStamp(BillPlace bill, Fen fen, Digest result) {
        return opening(
                "holdAndStamp",
                bill,
                opened(bill).put("fen", fen.value()).put("result", result.hex()));
    }

    /** Stamps what is held, or less of it; the rest is free again. */
    public Call stamp(BillIndex index, Fen fen, Digest result) {
        return call("stamp")
                .with(list(item(index).put("fen", fen.value()).put("result", result.hex())));
    }

    /** Raises a stamp. */
    public Call amend(BillIndex index, Fen fen, Digest result) {
        return call("amend")
                .with(list(item(index).put("fen", fen.value()).put("result", result.hex())));
    }

    /** Takes a stamp back (入账撤销), or a part of it. */
    public Call revoke(BillIndex index, Fen fen) {
        return call("revoke").with(list(item(index).put("fen", fen.value())));
    }

    /** Moves a claim over to the bill that replaces its own, as far as that bears it. */
    public Call net(BillPlace replacing, Fen fen, Digest result) {
        return opening(
                "net",
                replacing,
                opened(replacing).put("fen", fen.value()).put("result", result.hex()));
    }

    /**
     * Closes a recovery (追款), or a part of it.
     *
     * @param to REPAID or OFFSET
     */
    public Call recover(BillIndex index, Fen fen, String to) {
        return call("recover").with(list(item(index).put("fen", fen.value()).put("to", to)));
    }

    /**
     * Gives a recovery up (核销), or a part of it; an administrator's call, which another
     * organisation confirms.
     *
     * @param reason in the blocks for ever, so nothing that people type
     */
    public Call writeOff(BillIndex index, Fen fen, String reason) {
        return Call.of(Caller.ADMIN, "writeOff")
                .with(item(index).put("fen", fen.value()).put("reason", reason).end());
    }

    /** Attests a payment that takes nothing of the bill, as a fixed-sum policy makes. */
    public Call attest(BillPlace bill, Digest result) {
        return opening("attest", bill, opened(bill).put("result", result.hex()));
    }

    /** Gives back what is held. */
    public Call release(BillIndex index) {
        return call("release").with(list(item(index)));
    }

    /** Asks for the share, to be endorsed as a receipt. */
    public Call prove(BillIndex index) {
        return call("prove").with(index.hex()).with(payer).with(claim);
    }

    private Call opening(String function, BillPlace bill, Json.Writer item) {
        return call(function).with(list(item)).withSecret("open/0", bill.opening().bytes());
    }

    /** A bill from elsewhere is opened on the payer's word, any other by its place in a batch. */
    private Json.Writer opened(BillPlace bill) {
        return bill.isElsewhere() ? identified().put("provenance", "CLAIMED") : proven(bill);
    }

    private Json.Writer proven(BillPlace bill) {
        return identified()
                .put(
                        "batch",
                        Json.object()
                                .put("issuer", bill.issuer())
                                .put("root", bill.batchRoot().hex())
                                .end())
                .put("position", bill.proof().index())
                .put(
                        "proof",
                        Json.texts(bill.proof().siblings().stream().map(Digest::hex).toList()));
    }

    private Json.Writer item(BillIndex index) {
        return identified().put("index", index.hex());
    }

    private Json.Writer identified() {
        return Json.object().put("payer", payer).put("claim", claim).put("n", n);
    }

    private Call call(String function) {
        return Call.of(Caller.claims(payer), function);
    }

    private static Json.Items list(Json.Writer item) {
        return new Json.Items(List.of(item.end()));
    }
}
