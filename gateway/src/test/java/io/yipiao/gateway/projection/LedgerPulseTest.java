package io.yipiao.gateway.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
class LedgerPulseTest {
    @Test
    void a_ledger_that_hangs_is_not_alive_and_is_again_when_it_answers(@TempDir Path folder)
            throws InterruptedException {
        try (Database database = TestDatabase.fresh();
                EmbeddedLedger embedded = EmbeddedLedger.open(folder, Clock.systemUTC())) {
            GatedLedger ledger = new GatedLedger(embedded);
            Projector projector = new Projector(database, ledger, new LedgerView(database));
            LedgerView view = new LedgerView(database);
            assertTrue(view.await(embedded.height() - 1, Duration.ofSeconds(30)));
            try (LedgerPulse pulse = new LedgerPulse(ledger, view, Duration.ofSeconds(3))) {
                until(pulse, true);
                CountDownLatch answer = new CountDownLatch(1);
                ledger.beforeHeight(() -> {
                    try {
                        answer.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                until(pulse, false);
                assertEquals(
                        "the ledger has not answered for a while", pulse.fault().orElseThrow());
                answer.countDown();
                ledger.beforeHeight(() -> {});
                until(pulse, true);
            }
            projector.close();
        }
    }

    /** The pulse has nothing to wait on but itself: it is felt every second. */
    private static void until(LedgerPulse pulse, boolean alive) {
        while (pulse.isAlive() != alive) {
            Thread.onSpinWait();
        }
    }
}
