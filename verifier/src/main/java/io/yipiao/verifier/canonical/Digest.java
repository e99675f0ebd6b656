package io.yipiao.verifier.canonical;

import io.yipiao.verifier.bill.FieldException;

import java.util.Arrays;
import java.util.HexFormat;

/** Thirty-two bytes that an SM3 computation gave, or are said to have been given by one. */
public final class Digest implements Comparable<Digest> {
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps exactly 32 bytes, copying them. */
    public static Digest of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a digest has 32 bytes, not " + bytes.length);
        }
        return new Digest(bytes.clone());
    }

    /** Takes the 32 bytes that begin at an offset, which the caller knows to be there. */
    public static Digest at(byte[] bytes, int offset) {
        return new Digest(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    /** Reads 64 lower-case hexadecimal digits. */
    public static Digest ofHex(String field, String hex) throws FieldException {
        return new Digest(Hex.read(field, hex, LENGTH));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves, for a computation that only reads them. */
    byte[] shared() {
        return bytes;
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public int compareTo(Digest other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
