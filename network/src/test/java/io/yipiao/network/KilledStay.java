package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.PartialRefund;
import io.yipiao.network.LedgerFacts.Share;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.Set;

/**
 * One stay that lives on over several deaths of its gateway: held, decided and stamped, refunded in
 * part and moved over, repaid in part. Each step is asked for, comes to rest in a later life, and
 * is asked for again at the end.
 */
final class KilledStay {
    private static final long STAMPED = 183_070;
    private static final long MOVED = 165_182;
    private static final long REPAID = 10_000;

    private final Bill bill;
    private final PartialRefund refund;
    private final byte[] corrected;
    private final String stored;
    private String number = "";

    /** Uploads it and has it anchored. */
    KilledStay(TestHospital hospital, Doors now) throws Exception {
        this.bill = hospital.stay();
        this.refund = hospital.refund(bill, PartialRefund.SCAN);
        this.corrected = hospital.upload(refund.bills());
        this.stored = hospital.anchored(now, bill);
    }

    Api.Reply hold(Doors doors) {
        return new Counter(doors).claim(stored, "stay");
    }

    /** A request that was not answered is made again, and names the claim that it made. */
    void awaitHold(Doors doors) throws Exception {
        number = hold(doors).expect(201).json().text("number");
        new Counter(doors).await(number, "FIRST_REVIEW");
    }

    /** Its next step is not on the ledger: that of the hold itself, or the stamp. */
    void isHeld(LedgerFacts facts) throws Exception {
        List<Share> shares = facts.shares(bill.id());
        assertEquals(1, shares.size(), shares::toString);
        assertEquals("HELD", shares.getFirst().state());
        assertEquals(STAMPED, shares.getFirst().fen());
    }

    Api.Reply decide(Doors doors) {
        return new Counter(doors)
                .decide(Role.CLERK, number, Json.object().put("decision", "APPROVE"));
    }

    void awaitStamp(Doors doors) throws Exception {
        new Counter(doors).await(number, "PROVED");
    }

    /** The hospital's red bill and new bill; what follows the gateway does by itself. */
    Api.Reply refund(Doors doors) {
        return TestHospital.send(doors, corrected, "refund");
    }

    /** The refund came in, and the claim's move was not sent. */
    void isTakenBack(LedgerFacts facts) throws Exception {
        assertEquals(List.of(share(STAMPED, "RECOVERING")), facts.shares(bill.id()));
        assertEquals(List.of(), facts.shares(refund.again().id()));
    }

    void awaitMove(Doors doors) throws Exception {
        Counter counter = new Counter(doors);
        Await.until(
                "the move",
                () ->
                        counter.now(number).text("state").equals("RECOVERING")
                                && counter.recovery(number).whole("nettedFen") > 0);
    }

    /** The claim has moved, and nothing of what is wanted back was sent as repaid. */
    void isMoved(LedgerFacts facts) throws Exception {
        assertEquals(
                Set.of(share(MOVED, "OFFSET"), share(STAMPED - MOVED, "RECOVERING")),
                Set.copyOf(facts.shares(bill.id())));
    }

    Api.Reply repay(Doors doors) {
        Json.Writer closing =
                Json.object().put("kind", "REPAID").put("fen", REPAID).put("note", "收据 0001");
        return new Counter(doors).settle(Role.CLERK, number, closing, "repaid");
    }

    /** Everything happened once, on the ledger and here. */
    void assertDoneOnce(Doors doors, LedgerFacts facts) throws Exception {
        assertEquals(number, hold(doors).expect(201).json().text("number"));
        decide(doors).expect(409);
        refund(doors).expect(200);
        repay(doors);
        Counter counter = new Counter(doors);
        Await.until(
                "the repayment",
                () -> counter.recovery(number).whole("openFen") == STAMPED - MOVED - REPAID);
        assertEquals(REPAID, counter.recovery(number).whole("repaidFen"));
        assertEquals(List.of(share(MOVED, "STAMPED")), facts.shares(refund.again().id()));
        List<Share> left = facts.shares(bill.id());
        assertEquals(3, left.size(), left::toString);
        assertEquals(
                Set.of(
                        share(MOVED, "OFFSET"),
                        share(REPAID, "REPAID"),
                        share(STAMPED - MOVED - REPAID, "RECOVERING")),
                Set.copyOf(left));
    }

    private Share share(long fen, String state) {
        return new Share("basic", number, fen, state);
    }
}
