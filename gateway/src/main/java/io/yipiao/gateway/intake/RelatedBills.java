package io.yipiao.gateway.intake;

import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import java.util.List;
import java.util.UUID;

/** What a hospital issued because of a bill, and who is at it now. */
public final class RelatedBills {
    private final Database database;

    public RelatedBills(Database database) {
        this.database = database;
    }

    /** An issuer's bills that stand to another in this way, the oldest first. */
    public List<UUID> of(BillId bill, int issuer, Relation.Kind kind) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT id FROM bill
                                WHERE substring(opening FROM 31 FOR 11) = :bill AND issuer = :issuer
                                    AND get_byte(opening, 29) <> 0 AND get_byte(opening, 29) = :kind
                                ORDER BY registered_at, id
                                """)
                        .bind("bill", IdentityBytes.of(bill))
                        .bind("issuer", issuer)
                        .bind("kind", kind.tag())
                        .mapTo(UUID.class)
                        .list());
    }

    /** Whether some bill of the issuer bears this code and number. */
    public boolean isTaken(BillId id, int issuer) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT EXISTS (SELECT FROM bill WHERE issuer = :issuer
                                    AND identity IN (:own, :fiscal, :paper))
                                """)
                        .bind("issuer", issuer)
                        .bind("own", IdentityBytes.of(id))
                        .bind("fiscal", face(id, 1))
                        .bind("paper", face(id, 4))
                        .mapTo(Boolean.class)
                        .one());
    }

    /**
     * Takes a bill's refund in hand, so that nobody else reissues it meanwhile.
     *
     * @param form by which a repeat is known
     * @return false if somebody else is at it, since less than a minute
     */
    public boolean begin(UUID original, String form) {
        return database.with(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO refund AS r (original, form) VALUES (:original, :form)
                                ON CONFLICT (original) DO UPDATE
                                SET form = excluded.form, started_at = now()
                                WHERE r.form = excluded.form
                                    OR r.started_at < now() - interval '1 minute'
                                """)
                        .bind("original", original)
                        .bind("form", form)
                        .execute())
                == 1;
    }

    private static byte[] face(BillId id, int kind) {
        byte[] bytes = IdentityBytes.of(id);
        if (bytes[0] == 1 || bytes[0] == 4) {
            bytes[0] = (byte) kind;
        }
        return bytes;
    }
}
