package io.yipiao.gateway.projection;

import org.jdbi.v3.core.Handle;

/** The tables as a whole: how far they are, who may write them, and how they are emptied. */
final class ProjectionStore {
    /** The name of the lock that the projecting gateway holds. */
    private static final long LOCK = 0x79697069616fL;

    private static final String CHECKPOINT =
            "SELECT next_block, last_hash, rebuilding FROM ledger_checkpoint ";

    private ProjectionStore() {}

    /**
     * Takes the lock, if no other connection of any gateway holds it. It is this connection's: it
     * ends with it, however this process ends, so only this connection may write.
     */
    static boolean lock(Handle connection) {
        return connection
                .createQuery("SELECT pg_try_advisory_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    /** Gives the lock up before the connection goes back to its pool, where it would live on. */
    static void unlock(Handle connection) {
        connection.execute("SELECT pg_advisory_unlock(?)", LOCK);
    }

    static Checkpoint checkpoint(Handle handle) {
        return read(handle, "");
    }

    /** The checkpoint, locked until the transaction ends. */
    static Checkpoint lockedCheckpoint(Handle tx) {
        return read(tx, "FOR UPDATE");
    }

    /** Says that the tables are doubted, until {@link #trust}. */
    static void doubt(Handle handle) {
        handle.execute("UPDATE ledger_checkpoint SET rebuilding = true");
    }

    static void trust(Handle tx) {
        tx.execute("UPDATE ledger_checkpoint SET rebuilding = false");
    }

    /**
     * Empties the tables. Rows are deleted, not truncated: until the transaction ends readers see
     * those that were there, and wait for nothing.
     */
    static void empty(Handle tx) {
        for (String table :
                new String[] {
                    "ledger_share",
                    "ledger_bill",
                    "ledger_red",
                    "ledger_series",
                    "ledger_batch",
                    "ledger_payer",
                    "ledger_issuer",
                    "ledger_transaction",
                    "ledger_block"
                }) {
            tx.execute("DELETE FROM " + table);
        }
        tx.execute("UPDATE ledger_checkpoint SET next_block = 0, last_hash = ''");
    }

    private static Checkpoint read(Handle handle, String lock) {
        return handle.createQuery(CHECKPOINT + lock)
                .map((row, context) ->
                        new Checkpoint(
                                row.getLong("next_block"),
                                row.getString("last_hash"),
                                row.getBoolean("rebuilding")))
                .one();
    }
}
