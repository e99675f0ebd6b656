package io.yipiao.gateway.inquiry;

import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.IdentityBytes;

/** Counts wrong check codes by the database's clock, so that all gateways count together. */
final class TypedAttempts {
    private static final int MOST = 5;

    private final Database database;

    TypedAttempts(Database database) {
        this.database = database;
    }

    /** Refuses a look-up of a bill for which too many wrong codes were typed. */
    void refuseIfLocked(BillId id) throws LockedException {
        long wrong =
                database.with(handle ->
                        handle.createQuery(
                                        """
                                        SELECT count(*) FROM typed_attempt
                                        WHERE identity = :identity
                                            AND at > now() - interval '1 hour'
                                        """)
                                .bind("identity", IdentityBytes.of(id))
                                .mapTo(Long.class)
                                .one());
        if (wrong >= MOST) {
            throw new LockedException();
        }
    }

    /** Counts a wrong code, and forgets those of yesterday. */
    void add(BillId id) {
        database.changeInTransaction(tx -> {
            tx.execute("DELETE FROM typed_attempt WHERE at < now() - interval '1 day'");
            tx.execute(
                    "INSERT INTO typed_attempt (identity) VALUES (?)",
                    (Object) IdentityBytes.of(id));
        });
    }
}
