package io.yipiao.gateway.intake;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The rows of uploads and of what was answered for their lines. */
final class UploadStore {
    /** An upload as it was left. */
    record Left(UUID id, String state, Optional<Digest> content, Optional<String> fault) {}

    private UploadStore() {}

    /** Begins an upload, or finds the one that was begun under the same key. */
    static Optional<Left> begin(Handle tx, UUID id, int issuer, UploadKey key, boolean sealed) {
        int begun =
                tx.createUpdate(
                                """
                                INSERT INTO upload (id, issuer, principal, idempotency_key, sealed, state)
                                VALUES (:id, :issuer, :principal, :key, :sealed, 'READING')
                                ON CONFLICT (principal, idempotency_key) DO NOTHING
                                """)
                        .bind("id", id)
                        .bind("issuer", issuer)
                        .bind("principal", key.principal())
                        .bind("key", key.key())
                        .bind("sealed", sealed)
                        .execute();
        return begun == 1 ? Optional.empty() : Optional.of(find(tx, key));
    }

    private static Left find(Handle tx, UploadKey key) {
        return tx.createQuery(
                        """
                        SELECT id, state, content, fault FROM upload
                        WHERE principal = :principal AND idempotency_key = :key
                        """)
                .bind("principal", key.principal())
                .bind("key", key.key())
                .map((row, context) ->
                        new Left(
                                row.getObject("id", UUID.class),
                                row.getString("state"),
                                Optional.ofNullable(row.getBytes("content")).map(Digest::of),
                                Optional.ofNullable(row.getString("fault"))))
                .one();
    }

    /** Takes up an upload that was cut off: its lines are read again from the first. */
    static void resume(Handle tx, UUID id) {
        tx.createUpdate("DELETE FROM upload_outcome WHERE upload = :id").bind("id", id).execute();
        tx.createUpdate("DELETE FROM upload_refused WHERE upload = :id").bind("id", id).execute();
        tx.createUpdate(
                        """
                        UPDATE upload SET received = 0, registered = 0, known = 0, refused = 0,
                            state = 'READING', fault = NULL, ended_at = NULL
                        WHERE id = :id
                        """)
                .bind("id", id)
                .execute();
    }

    /** Leaves nothing of an upload of which no line was read. */
    static void forget(Handle tx, UUID id) {
        tx.createUpdate("DELETE FROM upload WHERE id = :id AND received = 0")
                .bind("id", id)
                .execute();
    }

    /** Keeps the outcomes of some lines and counts them. */
    static void add(Handle tx, UUID id, List<Outcome> outcomes) {
        long registered = count(outcomes, false);
        long known = count(outcomes, true);
        tx.createUpdate(
                        """
                        UPDATE upload SET received = received + :all, registered = registered + :registered,
                            known = known + :known, refused = refused + :refused
                        WHERE id = :id
                        """)
                .bind("all", outcomes.size())
                .bind("registered", registered)
                .bind("known", known)
                .bind("refused", outcomes.size() - registered - known)
                .bind("id", id)
                .execute();
        try (PreparedBatch rows =
                tx.prepareBatch(
                        "INSERT INTO upload_outcome (upload, line, outcome)"
                                + " VALUES (:upload, :line, :outcome)")) {
            for (Outcome outcome : outcomes) {
                rows.bind("upload", id)
                        .bind("line", outcome.line())
                        .bind("outcome", Jcs.text(outcome.json()))
                        .add();
            }
            rows.execute();
        }
    }

    static void end(Handle tx, UUID id, Digest content, Optional<String> fault) {
        tx.createUpdate(
                        """
                        UPDATE upload SET state = :state, content = :content, fault = :fault,
                            ended_at = now()
                        WHERE id = :id
                        """)
                .bind("state", fault.isPresent() ? "REFUSED" : "DONE")
                .bind("content", content.bytes())
                .bind("fault", fault.orElse(null))
                .bind("id", id)
                .execute();
    }

    /** Hands on what was answered, line by line, as it was written. */
    static void replay(Handle tx, UUID id, Consumer<String> outcomes) {
        try (var lines =
                tx
                        .createQuery(
                                "SELECT outcome FROM upload_outcome WHERE upload = :id ORDER BY"
                                        + " line")
                        .bind("id", id)
                        .setFetchSize(1000)
                        .mapTo(String.class)
                        .stream()) {
            lines.forEach(outcomes);
        }
    }

    /**
     * @param underWay whether this gateway is reading it now
     */
    static Optional<UploadProgress> progress(
            Handle tx, UUID id, int issuer, Predicate<UploadKey> underWay) {
        return tx.createQuery(
                        """
                        SELECT u.*, a.anchored, a.is_anchored
                        FROM upload u CROSS JOIN LATERAL (
                            SELECT coalesce(sum(b.size) FILTER (WHERE o.state = 'DONE'), 0) AS anchored,
                                coalesce(bool_and(o.state = 'DONE'), true) AS is_anchored
                            FROM batch b JOIN outbox o ON o.batch = b.id AND o.kind = 'ANCHOR'
                            WHERE b.upload = u.id) a
                        WHERE u.id = :id AND u.issuer = :issuer
                        """)
                .bind("id", id)
                .bind("issuer", issuer)
                .map((row, context) ->
                        new UploadProgress(
                                id,
                                issuer,
                                state(row, underWay),
                                row.getLong("received"),
                                row.getLong("registered"),
                                row.getLong("known"),
                                row.getLong("refused"),
                                row.getLong("anchored"),
                                Optional.ofNullable(row.getString("fault"))))
                .findOne();
    }

    private static UploadProgress.State state(ResultSet row, Predicate<UploadKey> underWay)
            throws SQLException {
        UploadKey key = new UploadKey(row.getString("principal"), row.getString("idempotency_key"));
        return switch (row.getString("state")) {
            case "REFUSED" -> UploadProgress.State.REFUSED;
            case "READING" ->
                    underWay.test(key)
                            ? UploadProgress.State.RECEIVING
                            : UploadProgress.State.CUT_OFF;
            default ->
                    row.getBoolean("is_anchored")
                            ? UploadProgress.State.ANCHORED
                            : UploadProgress.State.ANCHORING;
        };
    }

    private static long count(List<Outcome> outcomes, boolean known) {
        return outcomes.stream()
                .filter(o -> o instanceof Outcome.Registered bill && bill.known() == known)
                .count();
    }
}
