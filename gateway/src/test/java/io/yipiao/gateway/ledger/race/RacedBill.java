package io.yipiao.gateway.ledger.race;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.fingerprint.Salt;
import io.yipiao.verifier.reader.Json;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A bill that is raced for, with all that speaks of it in one batch, and the calls about it. */
final class RacedBill {
    static final long CLAIMABLE = 1_000;

    /** Who issued what was issued elsewhere. */
    private static final int ELSEWHERE = Integer.MAX_VALUE;

    private static final String RESULT = "5a".repeat(32);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Caller FINANCE = new Caller(Organisation.FINANCE, "admin");

    private final RaceStart start;
    private final List<Opening> openings;
    private final Opening elsewhere;
    private final Batch batch;
    private Optional<String> index = Optional.empty();

    RacedBill(RaceStart start, TestIssuer issuer) {
        Opening bill = issuer.bill(CLAIMABLE);
        this.start = start;
        this.openings =
                List.of(
                        bill,
                        bill(issuer, newId(BillId.Kind.FISCAL), Relation.Kind.REPLACES, bill),
                        issuer.redBill(bill),
                        issuer.redBill(bill),
                        bill(issuer, newId(BillId.Kind.PAPER), Relation.Kind.EXCHANGES, bill));
        this.elsewhere =
                opened(
                        new Core(
                                bill.core().id(),
                                ELSEWHERE,
                                new Fen(CLAIMABLE),
                                new Fen(CLAIMABLE),
                                DAY,
                                Optional.empty()));
        this.batch = issuer.batch(openings);
    }

    private static Opening bill(TestIssuer issuer, BillId id, Relation.Kind kind, Opening to) {
        Optional<Relation> relation = Optional.of(new Relation(kind, to.core().id()));
        Fen fen = new Fen(CLAIMABLE);
        return opened(new Core(id, issuer.number(), fen, fen, DAY, relation));
    }

    private static Opening opened(Core core) {
        byte[] salt = new byte[Salt.LENGTH];
        ThreadLocalRandom.current().nextBytes(salt);
        return new Opening(core, Salt.of(salt), Sm3.of(salt), Sm3.of(new byte[1]));
    }

    private static BillId newId(BillId.Kind kind) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String code = "%04d0226".formatted(random.nextInt(10_000));
        return new BillId(kind, code, "%010d".formatted(random.nextLong(10_000_000_000L)));
    }

    RaceStart start() {
        return start;
    }

    Batch batch() {
        return batch;
    }

    /** The bill itself and all bills that move with it. */
    List<BillId> ids() {
        return openings.stream().map(opening -> opening.core().id()).toList();
    }

    List<Opening> openings() {
        return openings;
    }

    /** Where the bill stands, once the ledger was asked. */
    void standsAt(String where) {
        index = Optional.of(where);
    }

    Call hold(String payer, String claim, long fen) {
        return opening("hold", place(), turn(payer, claim, 1).put("fen", fen), payer);
    }

    Call holdAndStamp(String payer, String claim, long fen) {
        Json.Writer item = turn(payer, claim, 1).put("fen", fen).put("result", RESULT);
        return opening("holdAndStamp", place(), item, payer);
    }

    Call attest(String payer, String claim) {
        return opening("attest", place(), turn(payer, claim, 1).put("result", RESULT), payer);
    }

    Call net(String payer, String claim, int n, long fen) {
        Json.Writer item = turn(payer, claim, n).put("fen", fen).put("result", RESULT);
        return opening("net", 1, item, payer);
    }

    /** A hold of the bill itself, whatever it is raced for. */
    Call openedHold(String payer, String claim, long fen) {
        return opening("hold", 0, turn(payer, claim, 1).put("fen", fen), payer);
    }

    Call openedStamp(String payer, String claim, long fen) {
        Json.Writer item = turn(payer, claim, 1).put("fen", fen).put("result", RESULT);
        return opening("holdAndStamp", 0, item, payer);
    }

    /** Of a bill that was taken back nothing but what replaces it can be claimed. */
    private int place() {
        return start == RaceStart.REVERSED ? 1 : 0;
    }

    Call claimedHold(String payer, String claim, long fen) {
        return claimed("hold", turn(payer, claim, 1).put("fen", fen), payer);
    }

    Call claimedHoldAndStamp(String payer, String claim, long fen) {
        Json.Writer item = turn(payer, claim, 1).put("fen", fen).put("result", RESULT);
        return claimed("holdAndStamp", item, payer);
    }

    /** By the first red bill or by the second. */
    Call reverse(int who) {
        return opening("reverse", 1 + who, Json.object(), Caller.INTAKE);
    }

    Call exchange() {
        return opening("exchange", 4, Json.object(), Caller.INTAKE);
    }

    /** A call about a share, with a result. */
    Call share(String function, String payer, String claim, int n, long fen) {
        Json.Writer item = turn(payer, claim, n).put("fen", fen).put("result", RESULT);
        return indexed(function, item, payer);
    }

    /** A call about a share or a part of it. */
    Call part(String function, String payer, String claim, int n, long fen) {
        return indexed(function, turn(payer, claim, n).put("fen", fen), payer);
    }

    Call recover(String payer, String claim, int n, long fen) {
        return indexed("recover", turn(payer, claim, n).put("fen", fen).put("to", "REPAID"), payer);
    }

    Call release(String payer, String claim, int n) {
        return indexed("release", turn(payer, claim, n), payer);
    }

    /** Insurance's request, which waits for another. */
    Call askWriteOff(String payer, String claim, int n, long fen) {
        return writeOff(Caller.ADMIN, payer, claim, n, fen);
    }

    /** Finance's confirmation, which carries it out. */
    Call confirmWriteOff(String payer, String claim, int n, long fen) {
        return writeOff(FINANCE, payer, claim, n, fen);
    }

    private Call writeOff(Caller by, String payer, String claim, int n, long fen) {
        Json whole =
                turn(payer, claim, n)
                        .put("index", index.orElseThrow())
                        .put("fen", fen)
                        .put("reason", "the patient left nothing")
                        .end();
        return Call.of(by, "writeOff").with(whole);
    }

    private static Json.Writer turn(String payer, String claim, int n) {
        return Json.object().put("payer", payer).put("claim", claim).put("n", n);
    }

    private Call indexed(String function, Json.Writer item, String payer) {
        Json whole = item.put("index", index.orElseThrow()).end();
        return Call.of(Caller.claims(payer), function).with(new Json.Items(List.of(whole)));
    }

    private Call claimed(String function, Json.Writer item, String payer) {
        Json whole = item.put("provenance", "CLAIMED").end();
        return Call.of(Caller.claims(payer), function)
                .with(new Json.Items(List.of(whole)))
                .withSecret("open/0", elsewhere.bytes());
    }

    private Call opening(String function, int position, Json.Writer item, String payer) {
        return opening(function, position, item, Caller.claims(payer));
    }

    private Call opening(String function, int position, Json.Writer item, Caller caller) {
        Json.Members proof = TestIssuer.opening(batch, position).end();
        proof.values().forEach(item::put);
        return Call.of(caller, function)
                .with(new Json.Items(List.of(item.end())))
                .withSecret("open/0", openings.get(position).bytes());
    }
}
