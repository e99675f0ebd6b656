package io.yipiao.verifier.audit;

import io.yipiao.verifier.bill.FieldException;

/** Where a payer's share of a bill stands. */
public enum ShareState {
    /** Taken for a claim that is being decided (占用). */
    HELD(true),
    /** Reimbursed (报销入账). */
    STAMPED(true),
    /** Given back. */
    RELEASED(false),
    /** Reimbursed, and the payer wants its money back (追款). */
    RECOVERING(true),
    /** Paid back. */
    REPAID(false),
    /** Set off against another claim. */
    OFFSET(false),
    /** Given up. */
    WRITTEN_OFF(true);

    private final boolean occupied;

    ShareState(boolean occupied) {
        this.occupied = occupied;
    }

    /** Whether its amount is taken of the bill. */
    public boolean isOccupied() {
        return occupied;
    }

    /** Whether it stands for a claim that is alive, so that its class is taken too. */
    boolean isLive() {
        return this == HELD || this == STAMPED;
    }

    static ShareState of(String name) throws FieldException {
        for (ShareState state : values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        throw new FieldException("state", "a share's state", name);
    }
}
