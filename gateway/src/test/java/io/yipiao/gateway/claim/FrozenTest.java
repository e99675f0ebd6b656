package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.watch.Freeze;
import io.yipiao.gateway.watch.Freezes;
import io.yipiao.gateway.watch.Lifting;
import io.yipiao.gateway.watch.Official;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.UUID;

/** Claims while payments are frozen: stamped, and not one step further. */
@Timeout(60)
class FrozenTest extends ClaimTest {
    private static final Official ONE = new Official(UUID.randomUUID(), "周示例");
    private static final Official OTHER = new Official(UUID.randomUUID(), "郑示例");

    private Freezes freezes;

    @BeforeEach
    void hasAnAccount() {
        world.account(ZHANG, "张示范");
        freezes = new Freezes(world.database, clock);
    }

    @Test
    void a_claim_stays_stamped_while_payments_are_frozen_and_goes_on_when_that_is_lifted() {
        freeze();
        ClaimView claim = world.taken(ZHANG, payable());
        assertEquals(ClaimState.STAMPED, claim.state());
        recover();
        recover();
        assertEquals(ClaimState.STAMPED, state(claim));
        assertEquals(0, receipts(claim));

        lift();
        recover();
        assertEquals(ClaimState.PROVED, state(claim));
        assertEquals(1, receipts(claim));
    }

    @Test
    void a_freeze_that_begins_while_the_receipt_is_fetched_is_in_time() {
        ledger.whileProving(this::freeze);
        ClaimView claim = world.taken(ZHANG, payable());
        assertEquals(ClaimState.STAMPED, claim.state());
        assertEquals(0, receipts(claim));

        ledger.whileProving(() -> {});
        lift();
        recover();
        assertEquals(ClaimState.PROVED, state(claim));
    }

    @Test
    void a_gateway_that_was_killed_between_freeze_and_step_starts_into_the_freeze() {
        ledger.unproved(true);
        ClaimView claim = world.taken(ZHANG, payable());
        assertEquals(ClaimState.STAMPED, claim.state());
        freeze();
        ledger.unproved(false);

        world = beside();
        recover();
        assertEquals(ClaimState.STAMPED, state(claim));

        lift();
        recover();
        assertEquals(ClaimState.PROVED, state(claim));
    }

    @Test
    void what_waits_for_a_clerk_is_decided_and_stamped_all_the_same() {
        freeze();
        ClaimView claim = world.taken(ZHANG, world.anchored(world.ours(Bills.numbered(number()))));
        assertEquals(ClaimState.FIRST_REVIEW, claim.state());
    }

    private UUID payable() {
        return world.anchored(world.ours(Bills.renumbered(Bills.outpatient(), number())));
    }

    private void freeze() {
        assertEquals(Lifting.DONE, freezes.begin(ONE, "演练"));
    }

    private void lift() {
        Freeze freeze = freezes.current().orElseThrow();
        assertEquals(Lifting.DONE, freezes.askLift(freeze.id(), ONE, "演练结束"));
        assertEquals(Lifting.DONE, freezes.confirm(freeze.id(), 1, OTHER));
    }

    private ClaimState state(ClaimView claim) {
        return world.desk.claims().view(claim.number()).state();
    }

    private int receipts(ClaimView claim) {
        return world.database.with(handle ->
                handle.createQuery("SELECT count(*) FROM receipt WHERE claim = :claim")
                        .bind("claim", claim.number().text())
                        .mapTo(int.class)
                        .one());
    }
}
