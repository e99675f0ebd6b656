package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.FieldException;

/** How a bill's place on the ledger stands. */
public enum BillState {
    /** Known only from a red bill that takes it back. */
    AWAITING,
    /** Its content was opened. */
    OPEN,
    /** Two contents, or a paper and a bill that do not agree; a person decides (冲突). */
    CONFLICT,
    /** The paper of a bill that stands at another place (换开). */
    ALIAS;

    static BillState of(String name) throws FieldException {
        for (BillState state : values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        throw new FieldException("state", "a bill's state", name);
    }
}
