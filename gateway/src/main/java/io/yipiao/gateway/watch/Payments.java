package io.yipiao.gateway.watch;

import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

/**
 * The gate that every payment, and every step towards one, passes. A freeze waits for those who
 * have passed and not committed yet, and keeps all others waiting until it stands: who commits
 * after it began has asked in vain.
 */
public final class Payments {
    private final Database database;
    private volatile boolean seenFrozen;

    public Payments(Database database) {
        this.database = database;
    }

    /** Whether a payment may leave with this transaction. The last word. */
    public boolean mayLeave(Handle tx) {
        boolean frozen = FreezeStore.isFrozen(tx);
        seenFrozen = frozen;
        return !frozen;
    }

    /**
     * Whether it is worth preparing one. It costs nothing as long as nothing was frozen, and may be
     * wrong a moment later.
     */
    public boolean mayPrepare() {
        return !seenFrozen || database.inTransaction(this::mayLeave);
    }
}
