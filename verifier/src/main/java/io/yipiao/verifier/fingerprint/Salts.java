package io.yipiao.verifier.fingerprint;

import java.util.List;

/**
 * All salts of one bill, stored with it and never derived again.
 *
 * @param core salts the commitment C
 * @param person salts the commitment P
 * @param leaves salts leaf 0, the rest of the bill, and each fee line after it
 */
public record Salts(Salt core, Salt person, List<Salt> leaves) {
    public Salts {
        leaves = List.copyOf(leaves);
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a bill has at least leaf 0");
        }
    }
}
