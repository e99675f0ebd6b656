package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.SheetForm;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Salt;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Reads rows of the table {@code claim}. */
final class ClaimRow {
    private ClaimRow() {}

    static Claim read(ResultSet row) throws SQLException {
        return new Claim(
                new ClaimNumber(row.getString("number")),
                row.getString("payer"),
                row.getObject("bill", UUID.class),
                row.getBoolean("emergency"),
                Persons.read(row, "claimant"),
                Persons.read(row, "patient"),
                Persons.readOptional(row, "taken_in_by"),
                row.getObject("account", UUID.class),
                ClaimState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("route")).map(Route::valueOf),
                Optional.ofNullable(row.getString("reason")).map(Reason::valueOf),
                row.getInt("n"),
                Optional.ofNullable(row.getBytes("bill_index"))
                        .map(bytes -> new BillIndex(Digest.of(bytes))),
                fen(row, "left_fen"),
                fen(row, "held_fen"),
                result(row),
                pending(row),
                row.getBoolean("withdrawing"),
                row.getTimestamp("received_at").toInstant());
    }

    static Optional<Fen> fen(ResultSet row, String column) throws SQLException {
        long fen = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(new Fen(fen));
    }

    static Optional<SheetResult> result(ResultSet row) throws SQLException {
        String sheet = row.getString("sheet");
        if (sheet == null) {
            return Optional.empty();
        }
        try {
            byte[] json = sheet.getBytes(StandardCharsets.UTF_8);
            return Optional.of(
                    new SheetResult(
                            SheetForm.read(Jcs.parseObject(json)), Salt.of(row.getBytes("salt"))));
        } catch (FieldException e) {
            throw new IllegalStateException("a stored sheet does not read: " + e.field(), e);
        }
    }

    private static Optional<Endorsed> pending(ResultSet row) throws SQLException {
        String id = row.getString("transaction_id");
        return id == null
                ? Optional.empty()
                : Optional.of(
                        new Endorsed(
                                new TransactionId(id),
                                row.getBytes("envelope"),
                                row.getBytes("answer")));
    }
}
