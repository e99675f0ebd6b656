package io.yipiao.gateway.anchor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.LedgerTransaction;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.store.Database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class DeathsTest {
    private static final int KILLED = 137;

    @TempDir private Path folder;

    @Test
    void a_batch_whose_gateway_dies_at_every_point_is_anchored_once() throws Exception {
        for (String death : List.of("batch-frozen", "endorsed", "committed-unseen")) {
            assertEquals(KILLED, KilledSubmitter.run(folder, death), death);
        }
        assertEquals(0, KilledSubmitter.run(folder, ""));
        assertEquals(KILLED, KilledSubmitter.run(folder, "projected-unmarked"));
        assertEquals(0, KilledSubmitter.run(folder, ""));
        try (Database database = KilledSubmitter.database(folder);
                EmbeddedLedger ledger = KilledSubmitter.ledger(folder)) {
            FrozenBatches frozen = new FrozenBatches(database, new Outbox());
            assertEquals(6, frozen.count("SELECT count(*) FROM outbox WHERE state = 'DONE'"));
            assertEquals(2, frozen.count("SELECT count(*) FROM ledger_batch"));
            assertEquals(0, frozen.count("SELECT count(*) FROM submission"));
            assertEquals(2, written(ledger, "batch/"));
            assertEquals(2, written(ledger, "red/"));
            // The red bill's original, the paper and the bill that it stands for.
            assertEquals(6, written(ledger, "bill/"));
        }
    }

    /** How often keys with this beginning were written by a valid transaction. */
    private static long written(EmbeddedLedger ledger, String prefix) throws InterruptedException {
        long times = 0;
        try (BlockStream blocks = ledger.blocks(0)) {
            for (long number = 0; number < ledger.height(); number++) {
                times +=
                        blocks.next(Duration.ofSeconds(5)).orElseThrow().transactions().stream()
                                .filter(LedgerTransaction::isValid)
                                .flatMap(transaction -> transaction.writes().keySet().stream())
                                .filter(key -> key.startsWith(prefix))
                                .count();
            }
        }
        return times;
    }
}
