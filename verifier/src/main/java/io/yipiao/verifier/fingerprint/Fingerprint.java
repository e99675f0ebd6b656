package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

/**
 * A bill's fingerprint: SM3("yipiao/bill/1" ‖ C ‖ P ‖ R) over the commitments to its core and its
 * person and the root of its leaves.
 */
public record Fingerprint(Digest digest) {

    static Fingerprint of(Digest core, Digest person, Digest root) {
        return new Fingerprint(new Sm3("yipiao/bill/1").add(core).add(person).add(root).digest());
    }

    public byte[] bytes() {
        return digest.bytes();
    }

    public String hex() {
        return digest.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
