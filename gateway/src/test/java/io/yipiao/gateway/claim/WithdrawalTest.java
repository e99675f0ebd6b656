package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimState.CHECKING;
import static io.yipiao.gateway.claim.ClaimState.FIRST_REVIEW;
import static io.yipiao.gateway.claim.ClaimState.HELD;
import static io.yipiao.gateway.claim.ClaimState.PROVED;
import static io.yipiao.gateway.claim.ClaimState.RECEIVED;
import static io.yipiao.gateway.claim.ClaimState.RELEASING;
import static io.yipiao.gateway.claim.ClaimState.WITHDRAWN;
import static io.yipiao.gateway.claim.ClaimWorld.MOTHER;
import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Claimants who take their claims back. */
class WithdrawalTest extends ClaimTest {

    @BeforeEach
    void hasAnAccount() {
        world.account(ZHANG, "张示范");
    }

    @Test
    void what_is_held_is_released_and_may_be_claimed_again() {
        UUID bill = world.anchored(sample());
        ClaimView claim = world.taken(ZHANG, bill);
        ClaimView withdrawn = done(withdraw(claim));
        assertEquals(WITHDRAWN, withdrawn.state());
        assertEquals(Optional.of(Reason.WITHDRAWN), withdrawn.reason());
        assertEquals("RELEASED", world.onLedger(bill).orElseThrow().shares().getFirst().state());
        assertEquals(
                List.of(RECEIVED, CHECKING, HELD, FIRST_REVIEW, RELEASING, WITHDRAWN),
                world.path(claim.number()));
        assertEquals(FIRST_REVIEW, world.taken(ZHANG, bill).state());
    }

    @Test
    void whoever_withdraws_again_is_told_the_same() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        assertEquals(withdraw(claim), withdraw(claim));
        assertEquals(6, world.path(claim.number()).size());
    }

    @Test
    void a_claim_that_was_not_computed_yet_ends_at_once() {
        UUID bill = world.anchored(sample());
        ledger.down(true);
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(RECEIVED, claim.state());
        assertEquals(WITHDRAWN, done(withdraw(claim)).state());
        ledger.down(false);
        recover();
        assertEquals(List.of(RECEIVED, WITHDRAWN), world.path(claim.number()));
        assertEquals(Optional.empty(), world.onLedger(bill));
    }

    @Test
    void a_hold_that_is_on_its_way_is_waited_for_and_given_back() {
        UUID bill = world.anchored(sample());
        ledger.mute(true);
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(CHECKING, claim.state());
        assertEquals(CHECKING, done(withdraw(claim)).state());
        ledger.mute(false);
        recover();
        assertEquals(
                List.of(RECEIVED, CHECKING, HELD, RELEASING, WITHDRAWN),
                world.path(claim.number()));
        assertEquals("RELEASED", world.onLedger(bill).orElseThrow().shares().getFirst().state());
    }

    @Test
    void a_release_that_the_ledger_cannot_take_now_goes_on_later() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        ledger.down(true);
        assertEquals(RELEASING, done(withdraw(claim)).state());
        ledger.down(false);
        recover();
        assertEquals(WITHDRAWN, world.desk.claims().view(claim.number()).state());
    }

    @Test
    void what_is_decided_is_not_taken_back_and_the_claimant_learns_since_when() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        approve(claim);
        Wished.TooLate late = assertInstanceOf(Wished.TooLate.class, withdraw(claim));
        assertEquals(PROVED, late.claim().state());
        assertEquals(ClaimState.APPROVED, late.by().state());
        assertEquals(Actor.CLERK, late.by().actor());
        assertEquals("", late.by().name());
    }

    @Test
    void a_clerk_who_comes_later_learns_that_it_was_withdrawn() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        withdraw(claim);
        Decided.NotWaiting late = assertInstanceOf(Decided.NotWaiting.class, approve(claim));
        assertEquals(WITHDRAWN, late.claim().state());
        assertEquals(Actor.CLAIMANT, late.by().actor());
    }

    @Test
    void nobody_withdraws_anothers_claim() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        assertEquals(
                new Wished.Unknown(),
                world.desk.service().withdraw(world.person(MOTHER), claim.number()));
        assertEquals(FIRST_REVIEW, world.desk.claims().view(claim.number()).state());
    }

    @RepeatedTest(10)
    void of_a_withdrawal_and_a_decision_at_the_same_moment_one_wins() throws Exception {
        UUID bill = world.anchored(sample());
        ClaimView claim = world.taken(ZHANG, bill);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Wished> wish = threads.submit(() -> withdraw(claim));
            Future<Decided> decision = threads.submit(() -> approve(claim));
            boolean withdrawn = wish.get() instanceof Wished.Done;
            assertNotEquals(withdrawn, decision.get() instanceof Decided.Done);
            recover();
            assertEquals(
                    withdrawn ? WITHDRAWN : PROVED,
                    world.desk.claims().view(claim.number()).state());
            assertEquals(
                    withdrawn ? "RELEASED" : "STAMPED",
                    world.onLedger(bill).orElseThrow().shares().getFirst().state());
        }
    }

    private Wished withdraw(ClaimView claim) {
        return world.desk.service().withdraw(world.person(ZHANG), claim.number());
    }

    private Decided approve(ClaimView claim) {
        return world.desk
                .decisions()
                .decide(world.clerk(), claim.number(), Ruling.approve(), Optional.empty());
    }

    private static ClaimView done(Wished wished) {
        return assertInstanceOf(Wished.Done.class, wished).claim();
    }

    private Bill sample() {
        return world.ours(Bills.numbered(number()));
    }
}
