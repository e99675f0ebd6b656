package io.yipiao.gateway.intake;

import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.store.Database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Uploads as people send them: files with names, of which one that was cut off is chosen again. */
public final class UploadFiles {
    private final Database database;
    private final PersonalData personal;
    private final Uploads uploads;

    public UploadFiles(Database database, PersonalData personal, Uploads uploads) {
        this.database = database;
        this.personal = personal;
        this.uploads = uploads;
    }

    /** Notes what a file was called. */
    public void name(UUID upload, String name) {
        database.changeInTransaction(tx ->
                tx.createUpdate(
                                """
                                INSERT INTO upload_file (upload, name) VALUES (:upload, :name)
                                ON CONFLICT (upload) DO UPDATE SET name = excluded.name
                                """)
                        .bind("upload", upload)
                        .bind("name", personal.encrypt(cell(upload), name))
                        .execute());
    }

    /**
     * Under which key a file goes on: the one it was begun under, if it was cut off; else its own.
     * A form that is sent twice bears the same key twice.
     *
     * @param file tells files apart by how they begin
     */
    public UploadKey key(UploadKey own, String file) {
        return database.with(handle ->
                        handle.createQuery(
                                        """
                                        SELECT idempotency_key FROM upload
                                        WHERE principal = :principal AND (idempotency_key = :own
                                          OR state = 'READING' AND starts_with(idempotency_key, :file))
                                        ORDER BY (idempotency_key = :own) DESC, started_at DESC LIMIT 1
                                        """)
                                .bind("principal", own.principal())
                                .bind("own", own.key())
                                .bind("file", file)
                                .mapTo(String.class)
                                .findOne())
                .map(key -> new UploadKey(own.principal(), key))
                .orElse(own);
    }

    /** An issuer's uploads, the newest first. */
    public List<UUID> recent(int issuer, int limit) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT id FROM upload WHERE issuer = :issuer
                                ORDER BY started_at DESC, id LIMIT :limit
                                """)
                        .bind("issuer", issuer)
                        .bind("limit", limit)
                        .mapTo(UUID.class)
                        .list());
    }

    /** One of an issuer's uploads. */
    public Optional<UploadSummary> one(UUID upload, int issuer) {
        return uploads.progress(upload, issuer)
                .flatMap(progress ->
                        database.with(handle ->
                                handle.createQuery(
                                                """
                                                SELECT u.sealed, u.started_at, f.name,
                                                    (SELECT count(DISTINCT m.bill) FROM upload_outcome x
                                                     JOIN batch_bill m ON m.bill = cast(cast(x.outcome AS jsonb) ->> 'bill' AS uuid)
                                                     JOIN outbox o ON o.batch = m.batch
                                                     WHERE x.upload = u.id AND o.kind = 'ANCHOR' AND o.state = 'DONE') AS anchored,
                                                    (SELECT o.outcome || ': ' || o.message FROM batch b
                                                     JOIN outbox o ON o.batch = b.id
                                                     WHERE b.upload = u.id AND o.kind = 'ANCHOR' AND o.state = 'REFUSED'
                                                     LIMIT 1) AS refusal
                                                FROM upload u LEFT JOIN upload_file f ON f.upload = u.id
                                                WHERE u.id = :upload AND u.issuer = :issuer
                                                """)
                                        .bind("upload", upload)
                                        .bind("issuer", issuer)
                                        .map((row, context) -> summary(progress, row))
                                        .findOne()));
    }

    private UploadSummary summary(UploadProgress progress, ResultSet row) throws SQLException {
        return new UploadSummary(
                progress,
                row.getLong("anchored"),
                row.getBoolean("sealed"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getBytes("name"))
                        .map(name -> personal.text(cell(progress.id()), name))
                        .orElse(""),
                Optional.ofNullable(row.getString("refusal")));
    }

    private static Cell cell(UUID upload) {
        return new Cell("upload_file.name", upload.toString());
    }
}
