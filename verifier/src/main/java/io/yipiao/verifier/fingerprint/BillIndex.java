package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;

/**
 * Where a bill stands on the ledger: HMAC-SM3(index key of the year, namespace u8 ‖ the identity's
 * 10 BCD bytes). Fiscal and paper bills share a namespace, so that a bill and its paper cannot
 * stand at two places by one number.
 */
public record BillIndex(Digest digest) {

    /** Reads 64 lower-case hexadecimal digits. */
    public static BillIndex ofHex(String field, String hex) throws FieldException {
        return new BillIndex(Digest.ofHex(field, hex));
    }

    public String hex() {
        return digest.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
