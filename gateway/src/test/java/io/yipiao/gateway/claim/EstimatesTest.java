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

/** What people are told that a bill would give, before they claim it. */
class EstimatesTest extends ClaimTest {

    @BeforeEach
    void hasAnAccount() {
        world.account(ZHANG, "张示范");
    }

    @Test
    void an_estimate_is_what_the_claim_then_gives() throws Exception {
        UUID bill = world.anchored(sample());
        assertEquals(Optional.of("1830.70"), estimate(bill));
        assertEquals(Optional.empty(), world.onLedger(bill), "nothing was opened");
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(Optional.of("1830.70"), claim.fund().map(fen -> fen.yuan()));
    }

    @Test
    void it_builds_on_what_is_decided_in_the_year() throws Exception {
        UUID later = world.anchored(sample());
        ClaimView first = world.taken(ZHANG, world.anchored(sample()));
        world.desk
                .decisions()
                .decide(world.clerk(), first.number(), Ruling.approve(), Optional.empty());
        assertEquals(Optional.of("2088.70"), estimate(later));
    }

    @Test
    void a_bill_that_is_claimed_or_taken_back_gives_nothing() throws Exception {
        UUID claimed = world.anchored(sample());
        world.taken(ZHANG, claimed);
        Bill bill = sample();
        UUID reversed = world.anchored(bill);
        UUID red = world.anchored(Bills.red(bill, number()));
        world.reverse(red);
        project();
        assertEquals(Optional.empty(), estimate(claimed));
        assertEquals(Optional.empty(), estimate(reversed));
        assertEquals(Optional.empty(), estimate(red));
    }

    @Test
    void a_bill_that_is_unknown_or_of_somebody_not_insured_gives_nothing() {
        UUID bill = world.anchored(sample());
        world.database.with(handle -> handle.execute("DELETE FROM insured"));
        assertEquals(Optional.empty(), estimate(bill));
        assertEquals(Optional.empty(), estimate(new UUID(0, 1)));
    }

    private Optional<String> estimate(UUID bill) {
        return world.desk.estimates().estimate(bill).map(fen -> fen.yuan());
    }

    private void project() throws InterruptedException {
        LedgerView view = new LedgerView(world.database);
        Projector projector = new Projector(world.database, ledger, view);
        try {
            assertTrue(view.await(ledger.height() - 1, Duration.ofSeconds(20)));
        } finally {
            projector.close();
        }
    }

    private Bill sample() {
        return world.ours(Bills.numbered(number()));
    }
}
