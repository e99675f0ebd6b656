package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.FieldException;

/**
 * The signatures an issuer's key may make. The suite stands in the key's record, never in a
 * message.
 */
public enum Suite {
    /** SM2 with SM3 on sm2p256v1 (GM/T 0003.2, GM/T 0009; OID 1.2.156.10197.1.501). */
    SM2,
    /** ECDSA with SHA-256 on P-256 (FIPS 186-5), low s only. */
    ES256;

    public static Suite of(String field, String name) throws FieldException {
        for (Suite suite : values()) {
            if (suite.name().equals(name)) {
                return suite;
            }
        }
        throw new FieldException(field, "SM2 or ES256", name);
    }
}
