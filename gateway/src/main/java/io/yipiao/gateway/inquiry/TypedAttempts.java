package io.yipiao.gateway.inquiry;

import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import org.jdbi.v3.core.Handle;

/** Counts wrong check codes by the database's clock, so that all gateways count together. */
final class TypedAttempts {
    private static final int MOST = 5;

    private final Database database;

    TypedAttempts(Database database) {
        this.database = database;
    }

    /**
     * Takes note of a look-up and refuses it if too many wrong ones came before. Look-ups of one
     * bill queue up here, so that trying in parallel is no faster than one after another.
     *
     * @param right whether all that was typed agrees with a bill, which is not told if refused
     */
    void take(BillId id, boolean right) throws LockedException {
        byte[] identity = IdentityBytes.of(id);
        boolean admitted =
                database.inTransaction(tx -> {
                    queueUp(tx, identity);
                    boolean free = wrong(tx, identity) < MOST;
                    if (free && !right) {
                        add(tx, identity);
                    }
                    return free;
                });
        if (!admitted) {
            throw new LockedException();
        }
    }

    private static void queueUp(Handle tx, byte[] identity) {
        tx.createQuery(
                        "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(CAST(:identity AS"
                                + " text), 0))")
                .bind("identity", identity)
                .mapTo(Integer.class)
                .one();
    }

    private static long wrong(Handle tx, byte[] identity) {
        return tx.createQuery(
                        """
                        SELECT count(*) FROM typed_attempt
                        WHERE identity = :identity AND at > now() - interval '1 hour'
                        """)
                .bind("identity", identity)
                .mapTo(Long.class)
                .one();
    }

    /** Counts a wrong one, and forgets those of yesterday. */
    private static void add(Handle tx, byte[] identity) {
        tx.execute("DELETE FROM typed_attempt WHERE at < now() - interval '1 day'");
        tx.execute("INSERT INTO typed_attempt (identity) VALUES (?)", (Object) identity);
    }
}
