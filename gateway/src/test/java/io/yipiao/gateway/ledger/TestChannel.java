package io.yipiao.gateway.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.List;
import java.util.Locale;

/** A ledger with an issuer and two payers enrolled on it, and short words for what tests do. */
public final class TestChannel {
    private static final Caller FINANCE = new Caller(Organisation.FINANCE, "admin");

    /** The digest of a calculation that nobody made. */
    private static final String RESULT = "5a".repeat(32);

    private final TestIssuer issuer = new TestIssuer();
    private final Proposals proposals;

    public TestChannel(LedgerClient ledger) {
        this.proposals = new Proposals(ledger);
        enrol("enrolIssuer", issuer.record());
        enrol("enrolPayer", payer("basic", "BASIC"));
        enrol("enrolPayer", payer("serious", "SERIOUS_ILLNESS"));
        enrol("enrolPayer", payer("commercial", "COMMERCIAL"));
        enrol("enrolPayer", payer("assistance", "ASSISTANCE"));
    }

    /** Enrols another issuer. */
    public TestIssuer enrolIssuer() {
        TestIssuer another = new TestIssuer();
        enrol("enrolIssuer", another.record());
        return another;
    }

    public TestIssuer issuer() {
        return issuer;
    }

    /** Carries a call out, whatever race it meets. */
    public Settled settle(Call call) throws Refused {
        try {
            return proposals.settle(call, endorsed -> {});
        } catch (RaceLost e) {
            throw new IllegalStateException(e);
        }
    }

    /** A bill of this many fen, alone in an anchored batch. */
    public Opening anchoredBill(long fen) throws Refused {
        Opening bill = issuer.bill(fen);
        anchor(List.of(bill));
        return bill;
    }

    public Batch anchor(List<Opening> bills) throws Refused {
        Batch batch = issuer.batch(bills);
        settle(issuer.anchor(List.of(batch)));
        return batch;
    }

    /** Holds a bill that is alone in its batch. */
    public Call hold(Opening bill, String payer, String claim, long fen) {
        Json.Writer item = TestIssuer.opening(issuer.batch(List.of(bill)), 0);
        return share("hold", item, payer, claim, fen).withSecret("open/0", bill.bytes());
    }

    /** Holds and stamps a bill that is alone in its batch. */
    public Call holdAndStamp(Opening bill, String payer, String claim, long fen) {
        Json.Writer item = TestIssuer.opening(issuer.batch(List.of(bill)), 0);
        return share("holdAndStamp", item.put("result", RESULT), payer, claim, fen)
                .withSecret("open/0", bill.bytes());
    }

    /** Stamps what is held. */
    public Call stamp(String index, String payer, String claim, long fen) {
        Json.Writer item = Json.object().put("index", index).put("result", RESULT);
        return share("stamp", item, payer, claim, fen);
    }

    /** Gives back what is held. */
    public Call release(String index, String payer, String claim) {
        Json item =
                Json.object()
                        .put("index", index)
                        .put("payer", payer)
                        .put("claim", claim)
                        .put("n", 1)
                        .end();
        return Call.of(Caller.claims(payer), "release").with(new Json.Items(List.of(item)));
    }

    private static Call share(
            String function, Json.Writer item, String payer, String claim, long fen) {
        Json whole = item.put("payer", payer).put("claim", claim).put("n", 1).put("fen", fen).end();
        return Call.of(Caller.claims(payer), function).with(new Json.Items(List.of(whole)));
    }

    /** Applies a red bill that is alone in its batch. */
    public Call reverse(Opening red) {
        Json item = TestIssuer.opening(issuer.batch(List.of(red)), 0).end();
        return Call.of(Caller.INTAKE, "reverse")
                .with(new Json.Items(List.of(item)))
                .withSecret("open/0", red.bytes());
    }

    /** Makes a paper that is alone in its batch its bill's alias. */
    public Call exchange(Opening paper) {
        Json item = TestIssuer.opening(issuer.batch(List.of(paper)), 0).end();
        return Call.of(Caller.INTAKE, "exchange")
                .with(new Json.Items(List.of(item)))
                .withSecret("open/0", paper.bytes());
    }

    /** Stops a payer and lets it go on, which renews the rules that every write reads. */
    public void suspendAndEnrolAgain(String payer) throws Refused {
        settle(Call.of(Caller.ADMIN, "suspendKey").with(Json.object().put("payer", payer).end()));
        enrol("enrolPayer", payer(payer, payer.toUpperCase(Locale.ROOT)));
    }

    /** Takes the issuer's key out of use, as two organisations' administrators do. */
    public void revokeKey() {
        enrol("revokeKey", Json.object().put("issuer", issuer.number()).put("keySeq", 1).end());
    }

    /** Finance gives the channel's issuer the numbers of a code from one to another. */
    public void openSeries(String code, String from, String to) throws Refused {
        settle(
                Call.of(FINANCE, "openSeries")
                        .with(
                                Json.object()
                                        .put("code", code)
                                        .put("from", from)
                                        .put("to", to)
                                        .put("issuer", issuer.number())
                                        .end()));
    }

    /** The answer's first item. */
    public static Json.Members first(byte[] answer) {
        try {
            if (JsonReader.read(answer) instanceof Json.Items items) {
                return items.objects("answer").getFirst();
            }
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("not a list");
    }

    /** A member of the answer's first item. */
    public static String first(byte[] answer, String member) {
        try {
            return first(answer).text(member);
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }

    /** By Insurance's administrator, then by Finance's. */
    private void enrol(String function, Json record) {
        try {
            byte[] asked = settle(Call.of(Caller.ADMIN, function).with(record)).answer();
            String outcome = JsonReader.readObject(asked).text("outcome");
            if (!outcome.equals("ALREADY")) {
                byte[] done = settle(Call.of(FINANCE, function).with(record)).answer();
                assertEquals("DONE", JsonReader.readObject(done).text("outcome"));
            }
        } catch (Refused | FieldException e) {
            throw new AssertionError(function, e);
        }
    }

    private static Json payer(String id, String payerClass) {
        return Json.object()
                .put("payer", id)
                .put("class", payerClass)
                .put("msp", "InsuranceMSP")
                .end();
    }
}
