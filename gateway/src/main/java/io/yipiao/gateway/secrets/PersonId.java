package io.yipiao.gateway.secrets;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;

/**
 * Stands for a person wherever no name may stand: the keyed hash of the number on one of his
 * papers.
 */
public record PersonId(Digest hash) {
    /** Reads 64 lower-case hexadecimal digits. */
    public static PersonId ofHex(String field, String hex) throws FieldException {
        return new PersonId(Digest.ofHex(field, hex));
    }

    /** As it stands in the database. */
    public String hex() {
        return hash.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
