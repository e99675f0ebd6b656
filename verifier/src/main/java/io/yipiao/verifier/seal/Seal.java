package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;

import java.util.Arrays;

/** A signature as 64 bytes: r ‖ s, 32 bytes each, big-endian. */
public final class Seal {
    public static final int LENGTH = 64;

    private final byte[] bytes;

    private Seal(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps exactly 64 bytes, copying them. */
    public static Seal of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a seal has 64 bytes, not " + bytes.length);
        }
        return new Seal(bytes.clone());
    }

    /** Reads 128 lower-case hexadecimal digits. */
    public static Seal ofHex(String field, String hex) throws FieldException {
        return new Seal(Hex.read(field, hex, LENGTH));
    }

    /** Of the two ECDSA signatures that verify alike on P-256, the one with the low s. */
    public Seal withLowS() {
        return new Seal(Signatures.withLowS(bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return Hex.write(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seal seal && Arrays.equals(bytes, seal.bytes);
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
