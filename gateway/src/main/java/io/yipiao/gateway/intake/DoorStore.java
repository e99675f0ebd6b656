package io.yipiao.gateway.intake;

import io.yipiao.gateway.store.StoreException;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Finds what was issued because of a bill, whichever of its papers it names. */
final class DoorStore {
    /** Kinds of identities that have one place on the ledger if their digits are the same. */
    private static final int FISCAL = 1;

    private static final int PAPER = 4;

    private static final String RELATED =
            """
            WITH electronic AS (
                SELECT coalesce((SELECT p.electronic FROM paper p
                    WHERE p.face = :face AND p.issuer = :issuer LIMIT 1), :face) AS face
            ), faces AS (
                SELECT face FROM electronic
                UNION SELECT p.face FROM paper p JOIN electronic e ON p.electronic = e.face
                WHERE p.issuer = :issuer
            )
            SELECT b.identity FROM bill b
            WHERE substring(b.opening FROM 31 FOR 11) IN (
                    SELECT set_byte(decode('00', 'hex'), 0, kind) || face
                    FROM faces CROSS JOIN (VALUES (:kind), (:twin)) AS k (kind))
                AND get_byte(b.opening, 29) = :relation AND get_byte(b.opening, 29) <> 0
                AND b.issuer = :issuer\
            """;

    private DoorStore() {}

    /**
     * The bill that replaces another already.
     *
     * @param number whose own contents are not meant: a second one is a conflict and no second bill
     */
    static Optional<BillId> replacing(Handle tx, int issuer, BillId original, BillId number) {
        Query query =
                tx.createQuery(RELATED + " AND b.identity <> :number ORDER BY b.id LIMIT 1")
                        .bind("number", IdentityBytes.of(number));
        return related(query, issuer, original, Relation.Kind.REPLACES);
    }

    /** The red bill that took a bill back on this day or before it. */
    static Optional<BillId> takingBack(Handle tx, int issuer, BillId original, LocalDate day) {
        Query query =
                tx.createQuery(RELATED + " AND b.issued_on <= :day ORDER BY b.id LIMIT 1")
                        .bind("day", day);
        return related(query, issuer, original, Relation.Kind.REVERSES);
    }

    private static Optional<BillId> related(
            Query query, int issuer, BillId original, Relation.Kind kind) {
        byte[] identity = IdentityBytes.of(original);
        int its = identity[0];
        return query.bind("face", Arrays.copyOfRange(identity, 1, identity.length))
                .bind("issuer", issuer)
                .bind("relation", kind.tag())
                .bind("kind", its)
                .bind("twin", its == FISCAL || its == PAPER ? FISCAL + PAPER - its : its)
                .map((row, context) -> read(row))
                .findOne();
    }

    private static BillId read(ResultSet row) throws SQLException {
        try {
            return IdentityBytes.parse(row.getBytes("identity"));
        } catch (FieldException e) {
            throw new StoreException("A stored identity does not read: " + e.field(), e);
        }
    }
}
