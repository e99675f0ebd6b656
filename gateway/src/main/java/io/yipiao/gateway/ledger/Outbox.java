package io.yipiao.gateway.ledger;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where intake leaves what is to be put on the ledger: one for each gateway. Entries go in by the
 * transaction that stores what they name, so that neither exists without the other.
 */
public final class Outbox {
    private final Semaphore bell = new Semaphore(0);

    /** Adds entries in the caller's transaction; afterwards, once committed, he calls wake. */
    public void add(Handle transaction, List<OutboxEntry> entries) {
        try (PreparedBatch batch =
                transaction.prepareBatch(
                        """
                        INSERT INTO outbox (kind, batch, bill, urgent)
                        VALUES (:kind, :batch, :bill, :urgent)
                        """)) {
            for (OutboxEntry entry : entries) {
                batch.bind("kind", entry.kind().name())
                        .bind("batch", entry.batch())
                        .bind("bill", entry.bill())
                        .bind("urgent", entry.urgent())
                        .add();
            }
            batch.execute();
        }
    }

    /** Tells this gateway's submitter that there is work. Without it the work is found later. */
    public void wake() {
        bell.release();
    }

    /** Waits until there may be work, no longer than this. */
    public void await(Duration patience) throws InterruptedException {
        if (bell.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
