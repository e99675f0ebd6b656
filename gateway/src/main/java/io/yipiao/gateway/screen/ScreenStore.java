package io.yipiao.gateway.screen;

import io.yipiao.gateway.intake.BillSketch;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds what may be alike, and keeps what is. */
final class ScreenStore {
    /** How many bills one bill is compared with, those of the nearest totals first. */
    static final int MOST_CANDIDATES = 16;

    /** No stay that lies further back is looked for. */
    private static final int LONGEST_STAY = 400;

    /** A person's bills of the same days with an item in common, but for red bills and papers. */
    private static final String CANDIDATES =
            """
            SELECT least(b.id, c.id) AS bill, greatest(b.id, c.id) AS other
            FROM bill b CROSS JOIN LATERAL (
                SELECT o.id FROM bill o
                WHERE o.person = b.person AND o.first_day BETWEEN b.first_day - %d AND b.last_day + 1
                  AND o.last_day >= b.first_day - 1 AND o.identity <> b.identity AND o.marks && b.marks
                  AND coalesce(o.relation, '') NOT IN ('REVERSES', 'EXCHANGES')
                ORDER BY abs(o.total_fen - b.total_fen), o.id LIMIT %d) c
            WHERE coalesce(b.relation, '') NOT IN ('REVERSES', 'EXCHANGES') AND b.id
            """
                    .formatted(LONGEST_STAY, MOST_CANDIDATES);

    private static final String OF_BATCH = "IN (SELECT bill FROM batch_bill WHERE batch = :of)";
    private static final String OF_BILL = "= :of";

    /** Red bills count that take the whole of a bill back, by its own issuer. */
    private static final String EXPLAINED =
            """
            CASE WHEN (b.relation = 'REPLACES' AND b.related = o.identity)
                   OR (o.relation = 'REPLACES' AND o.related = b.identity) THEN 'REISSUED'
                 WHEN EXISTS (SELECT FROM bill r WHERE r.related = b.identity AND r.relation = 'REVERSES'
                              AND r.issuer = b.issuer AND r.total_fen = b.total_fen)
                   OR EXISTS (SELECT FROM bill r WHERE r.related = o.identity AND r.relation = 'REVERSES'
                              AND r.issuer = o.issuer AND r.total_fen = o.total_fen) THEN 'REVERSED' END
            """;

    /** Pairs of a bill; a paper is the bill that it was exchanged for. */
    private static final String OF_EITHER =
            """
             FROM bill b
             JOIN near_duplicate n ON n.bill = b.id OR n.other = b.id
             JOIN bill o ON o.id = CASE n.bill WHEN b.id THEN n.other ELSE n.bill END
             WHERE b.id IN (
                WITH RECURSIVE one (id, related) AS (
                    SELECT id, CASE relation WHEN 'EXCHANGES' THEN related END FROM bill WHERE id = :bill
                    UNION
                    SELECT e.id, CASE e.relation WHEN 'EXCHANGES' THEN e.related END
                    FROM one JOIN bill e ON e.identity = one.related)
                SELECT id FROM one)
            """;

    private ScreenStore() {}

    /** The next batch that nobody screens, kept from others until the transaction ends. */
    static Optional<UUID> next(Handle tx) {
        return tx.createQuery(
                        """
                        SELECT id FROM batch WHERE screened_at IS NULL
                        ORDER BY frozen_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .mapTo(UUID.class)
                .findOne();
    }

    static void screened(Handle tx, UUID batch) {
        tx.createUpdate("UPDATE batch SET screened_at = now() WHERE id = :batch")
                .bind("batch", batch)
                .execute();
    }

    /** Whether all that a bill came with was screened. */
    static boolean isScreened(Handle handle, UUID bill) {
        return handle.createQuery(
                        """
                        SELECT NOT EXISTS (SELECT FROM batch_bill m JOIN batch t ON t.id = m.batch
                            WHERE m.bill = :bill AND t.screened_at IS NULL)
                        """)
                .bind("bill", bill)
                .mapTo(Boolean.class)
                .one();
    }

    /** Bills of a batch that were stored before bills had sketches. */
    static List<UUID> unsketched(Handle tx, UUID batch) {
        return tx.createQuery("SELECT id FROM bill WHERE marks IS NULL AND id " + OF_BATCH)
                .bind("of", batch)
                .mapTo(UUID.class)
                .list();
    }

    static void sketch(Handle tx, UUID bill, BillSketch sketch) {
        tx.createUpdate(
                        """
                        UPDATE bill SET first_day = :first, last_day = :last, relation = :relation,
                            related = CAST(:related AS bytea), marks = CAST(:marks AS integer[])
                        WHERE id = :bill
                        """)
                .bind("first", sketch.first())
                .bind("last", sketch.last())
                .bind("relation", sketch.kind())
                .bind("related", sketch.related())
                .bind("marks", sketch.marks())
                .bind("bill", bill)
                .execute();
    }

    static List<Pair> candidatesOfBatch(Handle tx, UUID batch) {
        return candidates(tx, OF_BATCH, batch);
    }

    static List<Pair> candidatesOfBill(Handle tx, UUID bill) {
        return candidates(tx, OF_BILL, bill);
    }

    private static List<Pair> candidates(Handle tx, String condition, UUID of) {
        return tx.createQuery(search(condition))
                .bind("of", of)
                .map((row, context) ->
                        new Pair(
                                row.getObject("bill", UUID.class),
                                row.getObject("other", UUID.class)))
                .list();
    }

    /** What {@link #candidatesOfBill} asks, for those who look at how the database answers it. */
    static String searchOfBill() {
        return search(OF_BILL);
    }

    private static String search(String condition) {
        return "SELECT DISTINCT * FROM (" + CANDIDATES + condition + ") pair ORDER BY bill";
    }

    static void keep(Handle tx, Map<Pair, Likeness> alike) {
        if (alike.isEmpty()) {
            return;
        }
        try (PreparedBatch rows =
                tx.prepareBatch(
                        """
                        INSERT INTO near_duplicate (bill, other, score, part)
                        VALUES (:bill, :other, :score, :part) ON CONFLICT DO NOTHING
                        """)) {
            for (Map.Entry<Pair, Likeness> one : alike.entrySet()) {
                rows.bind("bill", one.getKey().bill())
                        .bind("other", one.getKey().other())
                        .bind("score", one.getValue().score())
                        .bind("part", one.getValue().part())
                        .add();
            }
            rows.execute();
        }
    }

    /** What is like a bill, the likest first. */
    static List<NearDuplicate> of(Handle handle, UUID bill) {
        return handle.createQuery(
                        "SELECT o.id, o.identity, n.score, n.part, n.found_at, "
                                + EXPLAINED
                                + " AS explained"
                                + OF_EITHER
                                + " ORDER BY n.score DESC, n.found_at, o.id")
                .bind("bill", bill)
                .map((row, context) -> read(row))
                .list();
    }

    /** The likest that nothing explains. */
    static Optional<Alike> likest(Handle handle, UUID bill) {
        return of(handle, bill).stream()
                .filter(found -> found.explained().isEmpty())
                .findFirst()
                .map(found -> new Alike(found.bill(), found.score()));
    }

    private static NearDuplicate read(ResultSet row) throws SQLException {
        return new NearDuplicate(
                row.getObject("id", UUID.class),
                identity(row.getBytes("identity")),
                row.getDouble("score"),
                row.getBoolean("part"),
                Optional.ofNullable(row.getString("explained")).map(Explanation::valueOf),
                row.getTimestamp("found_at").toInstant());
    }

    private static BillId identity(byte[] stored) {
        try {
            return IdentityBytes.parse(stored);
        } catch (FieldException e) {
            throw new IllegalStateException("a stored identity does not read", e);
        }
    }
}
