package io.yipiao.gateway.projection;

/** Where a payer's share of a bill stands on the ledger. */
public enum ShareState {
    HELD(true),
    STAMPED(true),
    RELEASED(false),
    RECOVERING(true),
    REPAID(false),
    OFFSET(false),
    WRITTEN_OFF(true);

    private final boolean occupied;

    ShareState(boolean occupied) {
        this.occupied = occupied;
    }

    /** Whether its amount counts against what can be claimed. */
    public boolean isOccupied() {
        return occupied;
    }
}
