package io.yipiao.gateway.intake;

import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.StoreException;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.seal.Seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What became of an upload's lines: the bills they are, and those that were refused. */
public final class UploadContent {
    private static final String BILL = "cast(cast(x.outcome AS jsonb) ->> 'bill' AS uuid)";

    private final Database database;

    public UploadContent(Database database) {
        this.database = database;
    }

    /** The bills of one of an issuer's uploads, in the order of their numbers. */
    public List<UUID> bills(UUID upload, int issuer) {
        return database.with(handle ->
                handle.createQuery(
                                "SELECT b.id FROM bill b WHERE b.issuer = :issuer AND b.id IN"
                                        + " (SELECT "
                                        + BILL
                                        + " FROM upload_outcome x JOIN upload u ON u.id = x.upload"
                                        + " WHERE u.id = :upload AND u.issuer = :issuer)"
                                        + " ORDER BY b.identity, b.registered_at, b.id")
                        .bind("upload", upload)
                        .bind("issuer", issuer)
                        .mapTo(UUID.class)
                        .list());
    }

    /** Some of them, in the same order, read for their codes. */
    public List<UploadedBill> codes(List<UUID> bills) {
        if (bills.isEmpty()) {
            return List.of();
        }
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT id, key_seq, opening, seal FROM bill WHERE id IN (<ids>)
                                ORDER BY identity, registered_at, id
                                """)
                        .bindList("ids", bills)
                        .map((row, context) -> bill(row))
                        .list());
    }

    /** The roots of anchored batches that together hold an upload's bills. */
    public List<Digest> anchoredRoots(UUID upload, int issuer) {
        return database.with(handle ->
                handle.createQuery(
                                "SELECT DISTINCT t.root, t.frozen_at FROM upload_outcome x"
                                        + " JOIN upload u ON u.id = x.upload"
                                        + " JOIN batch_bill m ON m.bill = "
                                        + BILL
                                        + " JOIN batch t ON t.id = m.batch JOIN ledger_batch l ON"
                                        + " l.issuer = t.issuer AND l.root = t.root WHERE u.id ="
                                        + " :upload AND u.issuer = :issuer AND t.issuer = :issuer"
                                        + " ORDER BY t.frozen_at")
                        .bind("upload", upload)
                        .bind("issuer", issuer)
                        .map((row, context) -> Digest.of(row.getBytes("root")))
                        .list());
    }

    /**
     * Refused lines of one of an issuer's uploads, each as the JSON that answered it.
     *
     * @param after those after this line
     */
    public List<String> refused(UUID upload, int issuer, long after, int limit) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT x.outcome FROM upload_outcome x JOIN upload u ON u.id = x.upload
                                WHERE u.id = :upload AND u.issuer = :issuer AND x.line > :after
                                  AND cast(x.outcome AS jsonb) ->> 'outcome' = 'REFUSED'
                                ORDER BY x.line LIMIT :limit
                                """)
                        .bind("upload", upload)
                        .bind("issuer", issuer)
                        .bind("after", after)
                        .bind("limit", limit)
                        .mapTo(String.class)
                        .list());
    }

    private static UploadedBill bill(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        try {
            return new UploadedBill(
                    id,
                    row.getInt("key_seq"),
                    Opening.parse(row.getBytes("opening")),
                    Seal.of(row.getBytes("seal")));
        } catch (FieldException e) {
            throw new StoreException("The stored bill " + id + " does not read: " + e.field(), e);
        }
    }
}
