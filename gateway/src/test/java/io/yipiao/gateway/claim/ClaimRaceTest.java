package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many claims of one bill at the same moment. */
class ClaimRaceTest extends ClaimTest {
    private static final int CLAIMS = 60;

    /** A bill as one gateway keeps it. */
    private record Kept(ClaimWorld gateway, UUID bill) {}

    @Test
    void of_many_claims_one_is_stamped_and_each_other_is_told_its_number() throws Exception {
        world.account(ZHANG, "张示范");
        Kept bill = new Kept(world, world.anchored(outpatient()));
        assertOneWon(ClaimState.PROVED, claimAtOnce(List.of(bill)));
        assertEquals(1, world.onLedger(bill.bill()).orElseThrow().shares().size());
    }

    @Test
    void of_many_claims_one_waits_for_the_clerk() throws Exception {
        world.account(ZHANG, "张示范");
        Kept bill = new Kept(world, world.anchored(world.ours(Bills.numbered(number()))));
        assertOneWon(ClaimState.FIRST_REVIEW, claimAtOnce(List.of(bill)));
        assertEquals(1, world.onLedger(bill.bill()).orElseThrow().shares().size());
    }

    @Test
    void gateways_over_one_database_stamp_one_claim() throws Exception {
        ClaimWorld beside = beside();
        world.account(ZHANG, "张示范");
        UUID bill = world.anchored(outpatient());
        List<Kept> kept = List.of(new Kept(world, bill), new Kept(beside, bill));
        assertOneWon(ClaimState.PROVED, claimAtOnce(kept));
    }

    @Test
    void gateways_that_share_no_database_leave_it_to_the_ledger() throws Exception {
        try (Database another = TestDatabase.fresh()) {
            ClaimWorld beside = beside(another);
            world.account(ZHANG, "张示范");
            beside.account(ZHANG, "张示范");
            Bill bill = outpatient();
            List<Kept> kept =
                    List.of(
                            new Kept(world, world.anchored(bill)),
                            new Kept(beside, beside.registered(bill)));
            assertOneWon(ClaimState.PROVED, claimAtOnce(kept));
        }
    }

    private static void assertOneWon(ClaimState end, List<ClaimView> claims) {
        List<ClaimView> winners = in(end, claims);
        List<ClaimView> losers = in(ClaimState.DUPLICATE, claims);
        assertEquals(1, winners.size());
        assertEquals(CLAIMS - 1, losers.size());
        Optional<ClaimNumber> winner = Optional.of(winners.getFirst().number());
        for (ClaimView loser : losers) {
            assertEquals(winner, loser.other());
        }
    }

    private static List<ClaimView> in(ClaimState state, List<ClaimView> claims) {
        return claims.stream().filter(claim -> claim.state() == state).toList();
    }

    private static List<ClaimView> claimAtOnce(List<Kept> bills) throws Exception {
        List<Callable<ClaimView>> claims =
                IntStream.range(0, CLAIMS)
                        .mapToObj(i -> bills.get(i % bills.size()))
                        .<Callable<ClaimView>>map(
                                kept -> () -> kept.gateway().taken(ZHANG, kept.bill()))
                        .toList();
        List<ClaimView> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<ClaimView> claim : threads.invokeAll(claims)) {
                ends.add(claim.get());
            }
        }
        return ends;
    }

    private Bill outpatient() {
        return world.ours(Bills.renumbered(Bills.outpatient(), number()));
    }
}
