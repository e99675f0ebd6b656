package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;

/** Whose word an opened bill's content is. */
public enum Provenance {
    /** Its issuer's, who sealed it. */
    ISSUED,
    /** A payer's, of a bill issued elsewhere; nobody here sealed it. */
    CLAIMED,
    /** Its issuer's too, but sealed as its paper; the bill itself was not opened yet. */
    EXCHANGED;

    static Provenance of(String name) throws FieldException {
        for (Provenance provenance : values()) {
            if (provenance.name().equals(name)) {
                return provenance;
            }
        }
        throw new FieldException("provenance", "a provenance", name);
    }
}
