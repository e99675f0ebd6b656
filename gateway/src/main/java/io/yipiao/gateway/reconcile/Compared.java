package io.yipiao.gateway.reconcile;

import io.yipiao.verifier.bill.Fen;

/**
 * A count and a sum on either side; what is on its way is left out of both.
 *
 * @param ledgerSum of the amounts; zero of batches and bills, which are counted only
 * @param sumHere the same
 */
public record Compared(Kind kind, long onLedger, Fen ledgerSum, long here, Fen sumHere) {

    /** What is counted. */
    public enum Kind {
        BATCHES,
        BILLS,
        HELD,
        STAMPED,
        RECOVERING
    }

    public boolean agrees() {
        return onLedger == here && ledgerSum.equals(sumHere);
    }

    /** Whether it has amounts. */
    public boolean hasSum() {
        return kind != Kind.BATCHES && kind != Kind.BILLS;
    }
}
