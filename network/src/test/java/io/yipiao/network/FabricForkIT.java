package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.PeerBlock;
import io.yipiao.gateway.ledger.PeerView;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.gateway.settings.DatabaseSettings;
import io.yipiao.gateway.store.Database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Real peers that hold different blocks of one number: the watcher of a whole gateway freezes
 * payments, and a kill right behind that changes nothing of it.
 */
@Timeout(300)
class FabricForkIT {
    private final TestHospital hospital = new TestHospital();

    @TempDir private Path folder;

    @Test
    void peers_with_two_histories_freeze_payments_for_whoever_starts_after_the_watcher_died()
            throws Exception {
        FabricNetwork network = TestNetwork.toBreak("fire-network");
        network.upWithSecondInsurancePeer();
        try (MortalGateway gateway =
                new MortalGateway(network, folder.resolve("gateway"), hospital.issuer())) {
            Doors before = gateway.start();
            hospital.enrol(before, network.finance());
            GatewayPair.openAccount(before);
            String visit = hospital.anchored(before, hospital.visit());
            gateway.stop();
            try (LedgerClient ledger =
                            FabricLedger.open(network.clientFile(), Organisation.INSURANCE);
                    ForkedNetwork forked = new ForkedNetwork(network, folder.resolve("kept"))) {
                fork(forked, ledger);
                gateway.diesByItself("payments-frozen");
                Counter counter = new Counter(gateway.start());
                assertTrue(counter.ready().contains("payments are frozen"), counter::ready);
                List<String> forks = counter.alarms("LEDGER_FORK");
                assertTrue(
                        forks.stream().anyMatch(one -> one.contains("finance")), forks::toString);
                counter.await(claimedWhile(forked::mend, counter, visit), "STAMPED");
                assertTrue(counter.ready().contains("payments are frozen"), "two people lift it");
                gateway.stop();
            }
            assertFrozenOnceAndNothingPayable(gateway.database());
        }
    }

    private static void fork(ForkedNetwork forked, LedgerClient ledger) throws Exception {
        TestChannel channel = new TestChannel(ledger);
        forked.fork(ledger, endorsedAnchor(ledger, channel), endorsedAnchor(ledger, channel));
        assertTwoHistories(ledger);
    }

    /** Claims, which the gateway answers when its patience has ended, and gives the number. */
    private static String claimedWhile(Mending mending, Counter counter, String bill)
            throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Api.Reply> claim = threads.submit(() -> counter.claim(bill));
            mending.mend();
            return claim.get().expect(201).json().text("number");
        }
    }

    /** The peers come to agree again. */
    @FunctionalInterface
    private interface Mending {
        void mend() throws Exception;
    }

    private static byte[] endorsedAnchor(LedgerClient ledger, TestChannel channel)
            throws Exception {
        return ledger.endorse(channel.issuer().anchor(List.of(channel.issuer().sealedBatch(2))))
                .envelope();
    }

    /** Of one number, behind the same block, and not of one content. */
    private static void assertTwoHistories(LedgerClient ledger) throws Exception {
        long last = ledger.height() - 1;
        for (PeerView peer : ledger.peers()) {
            Await.until("the height of " + peer.peer(), () -> peer.height() == last + 1);
        }
        PeerBlock insurance = block(ledger, Organisation.INSURANCE, last);
        assertEquals(insurance, block(ledger, Organisation.HOSPITAL, last));
        assertFalse(insurance.agreesWith(block(ledger, Organisation.FINANCE, last)));
        assertEquals(
                block(ledger, Organisation.INSURANCE, last - 1),
                block(ledger, Organisation.FINANCE, last - 1));
    }

    private static PeerBlock block(LedgerClient ledger, Organisation whose, long number) {
        return ledger.peers().stream()
                .filter(peer -> peer.peer().organisation() == whose)
                .findFirst()
                .orElseThrow()
                .block(number);
    }

    private static void assertFrozenOnceAndNothingPayable(Path data) {
        String freezes =
                "SELECT cause || ' ' || (ended_at IS NULL) FROM payment_freeze ORDER BY began_at";
        String claims =
                """
                SELECT c.state || ' ' || count(r.claim) FROM claim c LEFT JOIN receipt r ON r.claim = c.number
                GROUP BY c.number
                """;
        try (Database database = Database.open(new DatabaseSettings.Embedded(data, 2))) {
            assertEquals(List.of("FORK true"), texts(database, freezes));
            assertEquals(List.of("STAMPED 0"), texts(database, claims));
        }
    }

    private static List<String> texts(Database database, String sql) {
        return database.with(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
