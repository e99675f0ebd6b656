package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.Projector;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Red bills that come while a claim waits for a clerk, or for its payment. */
class TakenBackTest extends ClaimTest {

    @BeforeEach
    void hasAnAccount() {
        world.account(ZHANG, "张示范");
    }

    @Test
    void a_claim_that_waits_for_a_clerk_ends() throws Exception {
        Bill bill = world.ours(Bills.numbered(number()));
        ClaimView claim = world.taken(ZHANG, world.anchored(bill));
        ClaimView other = world.taken(ZHANG, world.anchored(world.ours(Bills.numbered(number()))));
        reverse(bill);
        assertEquals(ClaimState.REFUSED, state(claim));
        assertEquals(
                Optional.of(Reason.REVERSED), world.desk.claims().view(claim.number()).reason());
        assertEquals(ClaimState.FIRST_REVIEW, state(other));
    }

    @Test
    void a_stamped_claim_is_to_be_recovered_and_keeps_both_receipts() throws Exception {
        Bill bill = world.ours(Bills.renumbered(Bills.outpatient(), number()));
        ClaimView claim = world.taken(ZHANG, world.anchored(bill));
        assertEquals(ClaimState.PROVED, claim.state());
        reverse(bill);
        assertEquals(ClaimState.RECOVERING, state(claim));
        assertEquals(2, receipts(claim));
    }

    /** Has a red bill applied and its block projected, and looks after claims. */
    private void reverse(Bill bill) throws InterruptedException {
        UUID red = world.anchored(Bills.red(bill, number()));
        world.reverse(red);
        LedgerView view = new LedgerView(world.database);
        Projector projector = new Projector(world.database, ledger, view);
        try {
            assertTrue(view.await(ledger.height() - 1, Duration.ofSeconds(20)));
        } finally {
            projector.close();
        }
        recover();
    }

    private int receipts(ClaimView claim) {
        return world.database.with(handle ->
                handle.createQuery("SELECT count(*) FROM receipt WHERE claim = :claim")
                        .bind("claim", claim.number().text())
                        .mapTo(int.class)
                        .one());
    }

    private ClaimState state(ClaimView claim) {
        return world.desk.claims().view(claim.number()).state();
    }
}
