package io.yipiao.gateway.anchor;

import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of entries that were taken: QUEUED → ENDORSED → DONE; back to QUEUED when the
 * transaction wrote nothing of them; QUEUED → REFUSED when the rules say no. Each move names the
 * state it starts from, so that of two gateways only one makes it.
 */
final class OutboxProgress {
    /** How often a race is run again after a short pause of chance; then it rests. */
    private static final int RACES = 3;

    private static final double JITTER_SECONDS = 0.2;
    private static final double REST_SECONDS = 15;
    private static final double OUTAGE_SECONDS = 2;

    private static final String WAIT_AGAIN =
            """
            UPDATE outbox SET state = 'QUEUED', tries = least(tries + 1, 9), message = :reason,
                transaction_id = NULL, leased_until = now() + make_interval(secs =>
                    CASE WHEN tries < :races THEN random() * :jitter * (tries + 1) ELSE :rest END)
            WHERE\
            """;

    private final Database database;
    private final RefusalAlarms alarms;
    private final Duration lease;

    OutboxProgress(Database database, RefusalAlarms alarms, Duration lease) {
        this.database = database;
        this.alarms = alarms;
        this.lease = lease;
    }

    /**
     * Stores an endorsed envelope before anyone submits it.
     *
     * @return whether the entries were still ours; if not, the envelope must not be submitted
     */
    boolean endorsed(Consignment consignment, Endorsed endorsed) {
        return database.inTransaction(handle -> {
            if (!isOurs(handle, consignment)) {
                return false;
            }
            insert(handle, endorsed);
            for (int place = 0; place < consignment.entries().size(); place++) {
                endorse(handle, consignment.ids().get(place), place, endorsed.id());
            }
            return true;
        });
    }

    /** An envelope whose outcome nobody waits for any more; it is ours now. */
    Optional<Endorsed> orphan() {
        return database.with(handle ->
                handle.createQuery(
                                """
                                UPDATE submission
                                SET leased_until = now() + make_interval(secs => :seconds)
                                WHERE transaction_id = (
                                    SELECT transaction_id FROM submission
                                    WHERE leased_until < now() ORDER BY endorsed_at
                                    LIMIT 1 FOR UPDATE SKIP LOCKED)
                                RETURNING transaction_id, envelope, answer
                                """)
                        .bind("seconds", seconds())
                        .map((row, context) ->
                                new Endorsed(
                                        new TransactionId(row.getString(1)),
                                        row.getBytes(2),
                                        row.getBytes(3)))
                        .findOne());
    }

    /** The transaction stands. An item that it refused travels again, alone, to be told why. */
    void committed(Endorsed endorsed, Commit.Committed commit) {
        List<ItemOutcome> outcomes = ItemOutcome.read(endorsed.answer());
        database.changeInTransaction(handle -> {
            for (int place = 0; place < outcomes.size(); place++) {
                if (outcomes.get(place).isRefused()) {
                    waitAgain(handle, endorsed.id(), place, outcomes.get(place).message());
                } else {
                    finish(handle, commit, place, outcomes.get(place));
                }
            }
            forget(handle, endorsed.id());
        });
    }

    /** The transaction wrote nothing: its entries wait again, each alone. */
    void invalid(Endorsed endorsed, String reason) {
        int items = ItemOutcome.read(endorsed.answer()).size();
        database.changeInTransaction(handle -> {
            for (int place = 0; place < items; place++) {
                waitAgain(handle, endorsed.id(), place, reason);
            }
            forget(handle, endorsed.id());
        });
    }

    /** Nobody could be asked: they wait a little, as they are. */
    void unanswered(Consignment consignment, String reason) {
        database.with(handle ->
                handle.createUpdate(
                                """
                                UPDATE outbox SET message = :reason, lease = NULL,
                                    leased_until = now() + make_interval(secs => :pause)
                                WHERE lease = :lease AND state = 'QUEUED'
                                """)
                        .bind("reason", reason)
                        .bind("pause", OUTAGE_SECONDS)
                        .bind("lease", consignment.lease())
                        .execute());
    }

    /** A race was lost, or the answer is no, though not for good: they wait again, each alone. */
    void postponed(Consignment consignment, String reason) {
        database.with(handle ->
                handle.createUpdate(WAIT_AGAIN + " lease = :lease AND state = 'QUEUED'")
                        .bind("reason", reason)
                        .bind("races", RACES)
                        .bind("jitter", JITTER_SECONDS)
                        .bind("rest", REST_SECONDS)
                        .bind("lease", consignment.lease())
                        .execute());
    }

    /** The rules refuse the one entry for good; of a batch, its red bills and papers go with it. */
    void refused(Consignment consignment, Refused refusal) {
        database.changeInTransaction(tx -> {
            int refused =
                    tx.createUpdate(
                                    """
                                    UPDATE outbox o SET state = 'REFUSED', outcome = :code,
                                        message = :message, done_at = now()
                                    FROM outbox taken
                                    WHERE taken.lease = :lease AND taken.state = 'QUEUED'
                                        AND o.state = 'QUEUED' AND (o.id = taken.id
                                            OR taken.kind = 'ANCHOR' AND o.batch = taken.batch)
                                    """)
                            .bind("code", refusal.code().name())
                            .bind("message", refusal.sentence())
                            .bind("lease", consignment.lease())
                            .execute();
            if (refused > 0) {
                alarms.raise(tx, consignment, refusal.code());
            }
        });
    }

    private static boolean isOurs(Handle handle, Consignment consignment) {
        return handle.createQuery(
                                """
                                SELECT id FROM outbox WHERE lease = :lease AND state = 'QUEUED'
                                FOR UPDATE
                                """)
                        .bind("lease", consignment.lease())
                        .mapTo(Long.class)
                        .list()
                        .size()
                == consignment.entries().size();
    }

    private static void endorse(Handle handle, long id, int place, TransactionId transaction) {
        handle.createUpdate(
                        """
                        UPDATE outbox SET state = 'ENDORSED', transaction_id = :transaction,
                            place = :place
                        WHERE id = :id AND state = 'QUEUED'
                        """)
                .bind("transaction", transaction.hex())
                .bind("place", place)
                .bind("id", id)
                .execute();
    }

    private void insert(Handle handle, Endorsed endorsed) {
        handle.createUpdate(
                        """
                        INSERT INTO submission (transaction_id, envelope, answer, leased_until)
                        VALUES (:id, :envelope, :answer, now() + make_interval(secs => :seconds))
                        """)
                .bind("id", endorsed.id().hex())
                .bind("envelope", endorsed.envelope())
                .bind("answer", endorsed.answer())
                .bind("seconds", seconds())
                .execute();
    }

    private static void finish(
            Handle handle, Commit.Committed commit, int place, ItemOutcome outcome) {
        handle.createUpdate(
                        """
                        UPDATE outbox SET state = 'DONE', outcome = :outcome, message = NULL,
                            block = :block, done_at = now()
                        WHERE transaction_id = :id AND place = :place AND state = 'ENDORSED'
                        """)
                .bind("outcome", outcome.outcome())
                .bind("block", commit.block())
                .bind("id", commit.id().hex())
                .bind("place", place)
                .execute();
    }

    private static void waitAgain(Handle handle, TransactionId id, int place, String reason) {
        handle.createUpdate(
                        WAIT_AGAIN
                                + " transaction_id = :id AND place = :place AND state = 'ENDORSED'")
                .bind("reason", reason)
                .bind("races", RACES)
                .bind("jitter", JITTER_SECONDS)
                .bind("rest", REST_SECONDS)
                .bind("id", id.hex())
                .bind("place", place)
                .execute();
    }

    private static void forget(Handle handle, TransactionId id) {
        handle.createUpdate("DELETE FROM submission WHERE transaction_id = :id")
                .bind("id", id.hex())
                .execute();
    }

    private double seconds() {
        return lease.toMillis() / 1000.0;
    }
}
