package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;

/**
 * What a payer pays as. A bill bears one occupied share a class, of commercial ones one a payer.
 */
public enum PayerClass {
    /** Basic medical insurance (基本医保). */
    BASIC,
    /** Serious illness insurance (大病保险). */
    SERIOUS_ILLNESS,
    /** Medical assistance (医疗救助). */
    ASSISTANCE,
    /** Commercial insurance (商业保险). */
    COMMERCIAL;

    public static PayerClass of(String name) throws FieldException {
        for (PayerClass value : values()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw new FieldException("class", "BASIC, SERIOUS_ILLNESS, ASSISTANCE or COMMERCIAL", name);
    }
}
