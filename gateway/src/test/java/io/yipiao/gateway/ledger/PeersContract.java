package io.yipiao.gateway.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.gateway.watch.Freezes;
import io.yipiao.gateway.watch.WatchedPeer;
import io.yipiao.gateway.watch.Watcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What every ledger's peers promise when they are asked one by one. */
@Timeout(180)
public abstract class PeersContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The ledger, the same for all tests of a class. */
    protected abstract LedgerClient ledger();

    /** The ledger with an issuer enrolled, the same for all tests of a class. */
    protected abstract TestChannel channel();

    @Test
    public void each_organisation_has_a_peer_of_a_name_of_its_own() {
        Set<Organisation> organisations =
                ledger().peers().stream()
                        .map(view -> view.peer().organisation())
                        .collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Organisation.class), organisations);
        Set<PeerName> names = new HashSet<>();
        assertTrue(ledger().peers().stream().allMatch(view -> names.add(view.peer())));
    }

    @Test
    public void all_of_them_hold_the_block_that_was_committed_and_commit_it_alike()
            throws Exception {
        LedgerBlock block = committed();
        Set<PeerBlock> held = new HashSet<>();
        for (PeerView view : ledger().peers()) {
            awaitHeight(view, block.number() + 1);
            PeerBlock own = view.block(block.number());
            assertEquals(block.number(), own.number());
            assertEquals(block.hash(), own.hash());
            held.add(own);
        }
        assertEquals(1, held.size());
    }

    @Test
    public void a_block_that_is_not_there_yet_is_not_made_up() {
        for (PeerView view : ledger().peers()) {
            long far = view.height() + 1_000;
            assertThrows(LedgerUnavailable.class, () -> view.block(far));
        }
    }

    @Test
    public void the_watcher_sees_equal_chains() throws Exception {
        LedgerBlock block = committed();
        for (PeerView view : ledger().peers()) {
            awaitHeight(view, block.number() + 1);
        }
        try (Database database = TestDatabase.fresh()) {
            Alarms alarms = new Alarms(database, Clock.systemUTC());
            Freezes freezes = new Freezes(database, Clock.systemUTC());
            Watcher watcher =
                    new Watcher(database, ledger().peers(), freezes, alarms, Clock.systemUTC());
            watcher.pass();
            List<WatchedPeer> peers =
                    watcher.standings().stream()
                            .filter(peer -> !peer.peer().equals("projection"))
                            .toList();
            assertEquals(ledger().peers().size(), peers.size());
            assertTrue(
                    peers.stream()
                            .allMatch(peer ->
                                    peer.answers()
                                            && !peer.differs()
                                            && peer.height().orElseThrow() > block.number()));
            assertTrue(freezes.current().isEmpty());
            assertTrue(
                    alarms.list(AlarmFilter.all()).stream()
                            .allMatch(alarm -> alarm.subject().id().equals("projection")));
        }
    }

    private LedgerBlock committed() throws Exception {
        Call anchor = channel().issuer().anchor(List.of(channel().issuer().sealedBatch(2)));
        Commit commit = ledger().submit(ledger().endorse(anchor).envelope());
        try (BlockStream blocks = ledger().blocks(commit.block())) {
            return blocks.next(PATIENCE).orElseThrow();
        }
    }

    private static void awaitHeight(PeerView view, long height) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (view.height() < height) {
            assertTrue(System.nanoTime() < end, view.peer() + " does not catch up");
            LockSupport.parkNanos(20_000_000);
        }
    }
}
