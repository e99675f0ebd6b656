package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;

/** What begins or moves shares. */
public enum ShareOperation {
    HOLD("hold"),
    HOLD_AND_STAMP("holdAndStamp"),
    STAMP("stamp"),
    RELEASE("release"),
    /** Takes a stamp back (入账撤销). */
    REVOKE("revoke"),
    /** Raises a stamp after an appeal. */
    AMEND("amend"),
    /** Closes a recovery (追款): the money came back, or was set off. */
    RECOVER("recover"),
    /** Closes a recovery without the money. */
    WRITE_OFF("writeOff"),
    /** Stamps the bill that replaces another with what was stamped on that other. */
    NET("net"),
    /** Not a call of its own: what {@link #NET} does to the share of the bill that was replaced. */
    NETTED("netted"),
    /** Not by a payer: a red bill was applied. */
    REVERSE("reverse");

    private final String function;

    ShareOperation(String function) {
        this.function = function;
    }

    /** The chaincode function of this name. */
    public String function() {
        return function;
    }

    static ShareOperation of(String function) throws FieldException {
        for (ShareOperation operation : values()) {
            if (operation.function.equals(function)) {
                return operation;
            }
        }
        throw new FieldException("operation", "an operation on shares", function);
    }
}
