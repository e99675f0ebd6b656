package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimState.APPROVED;
import static io.yipiao.gateway.claim.ClaimState.CHECKING;
import static io.yipiao.gateway.claim.ClaimState.FIRST_REVIEW;
import static io.yipiao.gateway.claim.ClaimState.HELD;
import static io.yipiao.gateway.claim.ClaimState.PROVED;
import static io.yipiao.gateway.claim.ClaimState.RECEIVED;
import static io.yipiao.gateway.claim.ClaimState.RELEASING;
import static io.yipiao.gateway.claim.ClaimState.STAMPED;
import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Outages and lost answers: nothing is lost, and nothing is done twice. */
class ClaimFaultsTest extends ClaimTest {

    @BeforeEach
    void hasAnAccount() {
        world.account(ZHANG, "张示范");
    }

    @Test
    void a_claim_is_taken_while_the_ledger_is_out_of_reach() {
        UUID bill = world.anchored(outpatient());
        ledger.down(true);
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(RECEIVED, claim.state());
        recover();
        assertEquals(RECEIVED, view(claim).state());
        ledger.down(false);
        recover();
        assertEquals(PROVED, view(claim).state());
        assertEquals(List.of(RECEIVED, APPROVED, STAMPED, PROVED), world.path(claim.number()));
    }

    @Test
    void a_ledger_that_hangs_keeps_nobody_waiting_and_the_claim_goes_on_by_itself() {
        UUID bill = world.anchored(outpatient());
        ledger.hang(true);
        ClaimView claim = hurried(bill);
        assertEquals(RECEIVED, claim.state());
        assertEquals(claim.number(), hurried(bill).number(), "trying again is safe");
        ledger.hang(false);
        RunningGateway.await(() -> view(claim).state() == PROVED);
    }

    private ClaimView hurried(UUID bill) {
        Submission answer =
                world.desk
                        .service()
                        .submit(
                                world.claimant(ZHANG),
                                Asked.of(bill),
                                "hurried",
                                Duration.ofMillis(20));
        return assertInstanceOf(Submission.Taken.class, answer).claim();
    }

    @Test
    void a_claim_is_named_to_others_only_once_its_share_stands_on_the_ledger() {
        UUID bill = world.anchored(outpatient());
        ledger.race(Integer.MAX_VALUE);
        ClaimView first = world.taken(ZHANG, bill);
        assertEquals(APPROVED, first.state(), "still on its way");
        ClaimView second = world.taken(ZHANG, bill);
        assertEquals(ClaimState.DUPLICATE, second.state());
        assertEquals(Optional.empty(), second.other());

        ledger.race(0);
        recover();
        assertEquals(PROVED, view(first).state());
        assertEquals(Optional.of(first.number()), view(second).other());
        assertEquals(Optional.of(first.number()), world.taken(ZHANG, bill).other());
    }

    @Test
    void a_bill_that_is_not_anchored_yet_waits() {
        UUID bill = world.registered(sample());
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(CHECKING, claim.state());
        recover();
        assertEquals(CHECKING, view(claim).state());
        world.anchor(bill);
        recover();
        assertEquals(FIRST_REVIEW, view(claim).state());
    }

    @Test
    void a_bill_whose_batch_was_refused_cannot_be_claimed() {
        UUID bill = world.registered(sample());
        ClaimView claim = world.taken(ZHANG, bill);
        world.database.with(handle ->
                handle.execute(
                        """
                        UPDATE outbox SET state = 'REFUSED', outcome = 'REVOKED_KEY', message = 'x',
                            done_at = now()
                        """));
        recover();
        assertEquals(ClaimState.REFUSED, view(claim).state());
        assertEquals(Optional.of(Reason.NOT_REGISTERED), view(claim).reason());
    }

    @Test
    void a_lost_answer_is_fetched_by_the_same_bytes() {
        UUID bill = world.anchored(sample());
        ledger.mute(true);
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(CHECKING, claim.state());
        recover();
        assertEquals(CHECKING, view(claim).state());
        ledger.mute(false);
        recover();
        assertEquals(FIRST_REVIEW, view(claim).state());
        assertEquals(3, ledger.submitted().size());
        assertEquals(1, Set.copyOf(ledger.submitted()).size(), "one transaction, thrice");
        assertEquals(1, world.onLedger(bill).orElseThrow().shares().size());
        assertEquals(List.of(RECEIVED, CHECKING, HELD, FIRST_REVIEW), world.path(claim.number()));
    }

    @Test
    void a_lost_answer_to_stamp_and_release_is_fetched_too() {
        UUID stamped = world.anchored(sample());
        UUID released = world.anchored(sample());
        ClaimView one = world.taken(ZHANG, stamped);
        ClaimView other = world.taken(ZHANG, released);
        ledger.mute(true);
        assertEquals(APPROVED, decide(one, Verdict.APPROVE, "").state());
        assertEquals(RELEASING, decide(other, Verdict.REFUSE, "x").state());
        ledger.mute(false);
        recover();
        assertEquals(PROVED, view(one).state());
        assertEquals(ClaimState.REFUSED, view(other).state());
        assertEquals("STAMPED", world.onLedger(stamped).orElseThrow().shares().getFirst().state());
        assertEquals(
                "RELEASED", world.onLedger(released).orElseThrow().shares().getFirst().state());
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalCode.class,
            names = {"UNKNOWN_BATCH", "UNKNOWN_BILL", "UNKNOWN_SHARE"})
    void a_peer_that_was_away_is_waited_for(RefusalCode itsWord) {
        UUID bill = world.anchored(outpatient());
        ledger.behind(Optional.of(itsWord));
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(APPROVED, claim.state());
        ledger.behind(Optional.empty());
        recover();
        assertEquals(PROVED, view(claim).state());
    }

    @Test
    void a_lost_race_is_proposed_anew() {
        UUID bill = world.anchored(outpatient());
        ledger.race(3);
        assertEquals(PROVED, world.taken(ZHANG, bill).state());
    }

    @Test
    void what_others_took_unseen_is_learned_from_the_refusal() throws Exception {
        UUID bill = world.anchored(sample());
        var opening = world.bills.byId(bill).orElseThrow().opening();
        world.channel.settle(world.channel.hold(opening, "commercial", "X1", 300_000));
        ledger.blind(1);
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals("354.30", claim.fund().orElseThrow().yuan());
        assertEquals(
                List.of(RECEIVED, CHECKING, RECEIVED, CHECKING, HELD, FIRST_REVIEW),
                world.path(claim.number()));
    }

    @Test
    void an_automatic_claim_that_others_forestalled_goes_to_a_person() throws Exception {
        UUID bill = world.anchored(outpatient());
        var opening = world.bills.byId(bill).orElseThrow().opening();
        world.channel.settle(world.channel.hold(opening, "commercial", "X1", 40_000));
        ledger.blind(1);
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals("74.65", claim.fund().orElseThrow().yuan());
        assertEquals(
                List.of(RECEIVED, APPROVED, RECEIVED, CHECKING, HELD, FIRST_REVIEW),
                world.path(claim.number()));
    }

    @Test
    void a_claim_that_loses_every_race_goes_on_later() {
        UUID bill = world.anchored(outpatient());
        ledger.race(4);
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(APPROVED, claim.state());
        recover();
        assertEquals(PROVED, view(claim).state());
    }

    @Test
    void a_stamp_without_its_receipt_is_not_ready_to_be_paid() {
        ledger.unproved(true);
        ClaimView claim = world.taken(ZHANG, world.anchored(outpatient()));
        assertEquals(STAMPED, claim.state());
        assertEquals(
                Optional.empty(), world.desk.claims().receipt(claim.number(), Optional.empty()));
        ledger.unproved(false);
        recover();
        assertEquals(PROVED, view(claim).state());
    }

    @Test
    void what_somebody_works_at_is_left_alone_until_his_lease_ends() {
        UUID bill = world.anchored(outpatient());
        ledger.down(true);
        ClaimView claim = world.taken(ZHANG, bill);
        ledger.down(false);
        ClaimQueue queue = new ClaimQueue(world.database);
        assertEquals(true, queue.lease(claim.number()));
        assertEquals(false, queue.lease(claim.number()));
        assertEquals(0, world.desk.recovery().pass());
        assertEquals(RECEIVED, view(claim).state());
        queue.endLease(claim.number());
        assertEquals(1, world.desk.recovery().pass());
        assertEquals(PROVED, view(claim).state());
    }

    private ClaimView view(ClaimView claim) {
        return world.desk.claims().view(claim.number());
    }

    private ClaimView decide(ClaimView claim, Verdict verdict, String reason) {
        Decided decided =
                world.desk
                        .decisions()
                        .decide(world.clerk(), claim.number(), verdict, reason, Optional.empty());
        return assertInstanceOf(Decided.Done.class, decided).claim();
    }

    private Bill sample() {
        return world.ours(Bills.numbered(number()));
    }

    private Bill outpatient() {
        return world.ours(Bills.renumbered(Bills.outpatient(), number()));
    }
}
