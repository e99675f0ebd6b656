package io.yipiao.gateway.ledger;

import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * The places where a kill hurts most. A gateway started with the system property {@code
 * yipiao.crash} set to a place's name, lower-case with hyphens ({@code committed-unseen}), halts
 * there as by SIGKILL: without closing, flushing or telling anyone. Only tests set it.
 */
public enum CrashPoint {
    /** The frozen batch and its outbox entry are stored; nothing was proposed. */
    BATCH_FROZEN,
    /** The endorsed envelope is stored; it was not submitted. */
    ENDORSED,
    /** The transaction stands in a block; the gateway has not stored that it does. */
    COMMITTED_UNSEEN,
    /** The projection shows the block; the outbox still waits for the outcome. */
    PROJECTED_UNMARKED,
    /** A claim's envelope is stored; it was not submitted. */
    CLAIM_ENDORSED,
    /** A claim's transaction stands in a block; the claim has not moved. */
    CLAIM_COMMITTED_UNSEEN,
    /** Peers were seen to differ and payments are frozen; nothing else follows from it yet. */
    PAYMENTS_FROZEN,
    /** Another organisation is asked on the ledger for a write-off; nobody stored that it is. */
    WRITE_OFF_ASKED,
    /** The ledger was told of a content in conflict; nobody stored what it said. */
    CONFLICT_TOLD;

    private static final String CHOSEN = System.getProperty("yipiao.crash", "");

    /** As by kill -9, the exit status is 128 + 9. */
    private static final int KILLED = 137;

    /** Halts the process if this is the chosen place. */
    public void pass() {
        if (isChosen()) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** If this is the chosen place, waits here until another thread passes it. */
    public void stay() {
        while (isChosen()) {
            LockSupport.park(this);
        }
    }

    private boolean isChosen() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-').equals(CHOSEN);
    }
}
