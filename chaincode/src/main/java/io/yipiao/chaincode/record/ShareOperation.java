package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;

/** What begins or moves shares. */
public enum ShareOperation {
    HOLD("hold"),
    HOLD_AND_STAMP("holdAndStamp"),
    STAMP("stamp"),
    RELEASE("release"),
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
