package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.FieldException;

/** Where a payer's share of a bill stands on the ledger. */
public enum ShareState {
    /** Taken for a claim that is being decided (占用). */
    HELD(true),
    /** Reimbursed (报销入账). */
    STAMPED(true),
    /** Given back; it occupies nothing. */
    RELEASED(false),
    /** Reimbursed, and the bill was taken back since: the payer wants its money (追款). */
    RECOVERING(true),
    /** Recovered: the money came back. */
    REPAID(false),
    /** Recovered: set off against another claim, or borne by the bill that replaces this one. */
    OFFSET(false),
    /** Given up (核销). The money is gone all the same, so nobody else may take it. */
    WRITTEN_OFF(true);

    private final boolean occupied;

    ShareState(boolean occupied) {
        this.occupied = occupied;
    }

    /** Whether its amount is taken of the bill. What is not occupied is finished. */
    public boolean isOccupied() {
        return occupied;
    }

    /** Whether it stands for a claim that is alive, so that its class is taken too. */
    public boolean isLive() {
        return this == HELD || this == STAMPED;
    }

    /** Reads a state's name. */
    public static ShareState of(String name) throws FieldException {
        for (ShareState state : values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        throw new FieldException("state", "a share's state", name);
    }
}
