package io.yipiao.gateway.ledger;

/** Another transaction changed what this one read. Nothing was written: propose anew. */
public final class RaceLost extends Exception {
    public RaceLost(String message) {
        super(message);
    }
}
