package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;

import java.util.Arrays;

/** Sixteen bytes that keep a guessable value from being found by its hash. */
public final class Salt {
    public static final int LENGTH = 16;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps exactly 16 bytes, copying them. */
    public static Salt of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a salt has 16 bytes, not " + bytes.length);
        }
        return new Salt(bytes.clone());
    }

    /** Reads 32 lower-case hexadecimal digits. */
    public static Salt ofHex(String field, String hex) throws FieldException {
        return new Salt(Hex.read(field, hex, LENGTH));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return Hex.write(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Salt salt && Arrays.equals(bytes, salt.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
