package io.yipiao.gateway.anchor;

import com.google.protobuf.ByteString;

import io.yipiao.gateway.ledger.OutboxEntry;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.reader.Json;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes entries that wait. Whoever takes one holds it by a lease of the database's clock: until it
 * runs out no other gateway looks at it, afterwards any may.
 */
final class OutboxQueue {
    /** What the leaves of one transaction may come to. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int MOST_ITEMS = 64;

    private static final String BATCHES =
            """
            SELECT o.id, o.tries, b.issuer, b.key_seq, b.size, b.root, b.seal
            FROM outbox o JOIN batch b ON b.id = o.batch
            WHERE o.kind = 'ANCHOR' AND o.state = 'QUEUED' AND o.leased_until < now()
            ORDER BY o.urgent DESC, o.id LIMIT :most FOR UPDATE OF o SKIP LOCKED
            """;

    /** A red bill or a paper is opened by its batch, so it waits until that is anchored. */
    private static final String RELATED_BILLS =
            """
            SELECT o.id, o.tries, b.issuer, b.root, p.proof, r.opening
            FROM outbox o JOIN batch b ON b.id = o.batch
                JOIN batch_bill p ON p.batch = o.batch AND p.bill = o.bill
                JOIN bill r ON r.id = o.bill
            WHERE o.kind = :kind AND o.state = 'QUEUED' AND o.leased_until < now()
                AND EXISTS (SELECT FROM outbox a
                    WHERE a.batch = o.batch AND a.kind = 'ANCHOR' AND a.state = 'DONE')
            ORDER BY o.id LIMIT :most FOR UPDATE OF o SKIP LOCKED
            """;

    private final Database database;
    private final Duration lease;

    OutboxQueue(Database database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /** What is to travel next, reversals first; nothing if nothing waits. */
    Optional<Consignment> take() {
        return take(OutboxEntry.Kind.REVERSE)
                .or(() -> take(OutboxEntry.Kind.EXCHANGE))
                .or(() -> take(OutboxEntry.Kind.ANCHOR));
    }

    private Optional<Consignment> take(OutboxEntry.Kind kind) {
        return database.inTransaction(handle -> {
            List<QueuedEntry> chosen =
                    switch (kind) {
                        case ANCHOR -> withLeaves(handle, together(batches(handle)));
                        case REVERSE, EXCHANGE -> together(related(handle, kind));
                    };
            if (chosen.isEmpty()) {
                return Optional.<Consignment>empty();
            }
            Consignment consignment = new Consignment(kind, UUID.randomUUID(), chosen);
            hold(handle, consignment);
            return Optional.of(consignment);
        });
    }

    /** The first, and of those behind it as many as may travel with it. */
    private static List<QueuedEntry> together(List<QueuedEntry> waiting) {
        List<QueuedEntry> chosen = new ArrayList<>();
        long bytes = 0;
        for (QueuedEntry entry : waiting) {
            bytes += entry.weight();
            boolean fits = chosen.isEmpty() || (bytes <= MOST_BYTES && entry.tries() == 0);
            if (fits) {
                chosen.add(entry);
            }
            if (!fits || entry.tries() > 0) {
                break;
            }
        }
        return chosen;
    }

    private void hold(Handle handle, Consignment consignment) {
        handle.createUpdate(
                        """
                        UPDATE outbox SET lease = :lease,
                            leased_until = now() + make_interval(secs => :seconds)
                        WHERE id IN (<ids>)
                        """)
                .bind("lease", consignment.lease())
                .bind("seconds", lease.toMillis() / 1000.0)
                .bindList("ids", consignment.ids())
                .execute();
    }

    private static List<QueuedEntry> batches(Handle handle) {
        return handle.createQuery(BATCHES)
                .bind("most", MOST_ITEMS)
                .map((row, context) -> batch(row))
                .list();
    }

    private static QueuedEntry batch(ResultSet row) throws SQLException {
        Json item =
                Json.object()
                        .put("issuer", row.getInt("issuer"))
                        .put("keySeq", row.getInt("key_seq"))
                        .put("size", row.getInt("size"))
                        .put("root", Hex.write(row.getBytes("root")))
                        .put("seal", Hex.write(row.getBytes("seal")))
                        .end();
        return new QueuedEntry(
                row.getLong("id"),
                row.getInt("tries"),
                row.getInt("size") * Digest.LENGTH,
                item,
                ByteString.EMPTY);
    }

    /** The leaves are read for those that travel, not for all that wait. */
    private static List<QueuedEntry> withLeaves(Handle handle, List<QueuedEntry> chosen) {
        return chosen.stream()
                .map(entry ->
                        entry.with(
                                handle.createQuery(
                                                """
                                                SELECT b.leaves FROM outbox o
                                                JOIN batch b ON b.id = o.batch
                                                WHERE o.id = :id
                                                """)
                                        .bind("id", entry.id())
                                        .mapTo(byte[].class)
                                        .one()))
                .toList();
    }

    private static List<QueuedEntry> related(Handle handle, OutboxEntry.Kind kind) {
        return handle.createQuery(RELATED_BILLS)
                .bind("kind", kind.name())
                .bind("most", MOST_ITEMS)
                .map((row, context) -> opened(row))
                .list();
    }

    private static QueuedEntry opened(ResultSet row) throws SQLException {
        Json batch =
                Json.object()
                        .put("issuer", row.getInt("issuer"))
                        .put("root", Hex.write(row.getBytes("root")))
                        .end();
        InclusionProof proof = proof(row.getBytes("proof"));
        Json item =
                Json.object()
                        .put("batch", batch)
                        .put("position", proof.index())
                        .put(
                                "proof",
                                Json.texts(proof.siblings().stream().map(Digest::hex).toList()))
                        .end();
        byte[] opening = row.getBytes("opening");
        return new QueuedEntry(
                row.getLong("id"),
                row.getInt("tries"),
                opening.length,
                item,
                ByteString.copyFrom(opening));
    }

    private static InclusionProof proof(byte[] bytes) {
        try {
            return InclusionProof.parse(bytes);
        } catch (FieldException e) {
            throw new IllegalStateException("a stored proof does not read", e);
        }
    }
}
