package io.yipiao.gateway.claim;

import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.BillIndex;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.UUID;

/** The contents that bear one number, and what the ledger was told of them. */
final class ConflictStore {
    private static final int BATCHES_AT_ONCE = 4;
    private static final int PLACES_AT_ONCE = 50;

    private final Database database;

    ConflictStore(Database database) {
        this.database = database;
    }

    /**
     * Compares the bills of some anchored batches with all that are stored. A fiscal bill and a
     * paper of the same digits have one place on the ledger, so they are compared too.
     *
     * @return how many batches were compared
     */
    int compare() {
        return database.inTransaction(tx ->
                tx.createQuery(
                                """
                                WITH taken AS (
                                    SELECT id, batch FROM outbox
                                    WHERE kind = 'ANCHOR' AND state = 'DONE' AND NOT compared
                                    ORDER BY id LIMIT :batches FOR UPDATE SKIP LOCKED
                                ), pairs AS (
                                    SELECT b.id AS one, o.id AS other
                                    FROM taken JOIN batch_bill m ON m.batch = taken.batch
                                    JOIN bill b ON b.id = m.bill
                                    JOIN bill o ON o.id <> b.id AND o.identity = ANY (ARRAY[b.identity,
                                        CASE WHEN get_byte(b.identity, 0) IN (1, 4)
                                            THEN set_byte(b.identity, 0, 5 - get_byte(b.identity, 0))
                                            ELSE b.identity END])
                                ), found AS (
                                    INSERT INTO conflicting_content (bill)
                                    SELECT one FROM pairs
                                    UNION SELECT other FROM pairs JOIN bill ON id = other WHERE seal IS NOT NULL
                                    ON CONFLICT DO NOTHING
                                ), done AS (
                                    UPDATE outbox SET compared = true
                                    WHERE id IN (SELECT id FROM taken) RETURNING id
                                )
                                SELECT count(*) FROM done
                                """)
                        .bind("batches", BATCHES_AT_ONCE)
                        .mapTo(int.class)
                        .one());
    }

    /**
     * Places of which the ledger can be told now: one content is untold, and two are anchored, or
     * one beside a bill from elsewhere, which it then takes the place of.
     */
    List<BillIndex> untold() {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT b.bill_index FROM conflicting_content c JOIN bill b ON b.id = c.bill
                                WHERE b.bill_index IN (
                                    SELECT n.bill_index FROM conflicting_content u JOIN bill n ON n.id = u.bill
                                    WHERE u.outcome IS NULL)
                                AND EXISTS (
                                    SELECT FROM batch_bill m JOIN outbox o ON o.batch = m.batch
                                    WHERE m.bill = c.bill AND o.kind = 'ANCHOR' AND o.state = 'DONE')
                                GROUP BY b.bill_index
                                HAVING bool_or(c.outcome IS NULL) AND (count(*) > 1 OR EXISTS (
                                    SELECT FROM bill e WHERE e.bill_index = b.bill_index AND e.seal IS NULL))
                                LIMIT :places
                                """)
                        .bind("places", PLACES_AT_ONCE)
                        .map((row, context) -> new BillIndex(Digest.of(row.getBytes(1))))
                        .list());
    }

    /** The anchored contents of a place, the one that was stored first before the others. */
    List<UUID> contents(BillIndex index) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT c.bill FROM conflicting_content c JOIN bill b ON b.id = c.bill
                                WHERE b.bill_index = :index AND EXISTS (
                                    SELECT FROM batch_bill m JOIN outbox o ON o.batch = m.batch
                                    WHERE m.bill = c.bill AND o.kind = 'ANCHOR' AND o.state = 'DONE')
                                ORDER BY b.registered_at, b.id
                                """)
                        .bind("index", index.digest().bytes())
                        .mapTo(UUID.class)
                        .list());
    }

    /** Notes what the ledger said of a content. */
    static void told(Handle tx, UUID bill, String outcome) {
        tx.createUpdate(
                        """
                        UPDATE conflicting_content SET outcome = :outcome, told_at = now()
                        WHERE bill = :bill AND outcome IS NULL
                        """)
                .bind("outcome", outcome)
                .bind("bill", bill)
                .execute();
    }
}
