package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An issuer's secret from which a bill's salts are made, so that the same bill gives the same
 * fingerprint again: a salt is the first 16 bytes of HMAC-SM3(key, "yipiao/salt/1/" ‖ label ‖
 * JCS(bill)), the label {@code core}, {@code person}, {@code leaf/0}, {@code leaf/1} …
 */
public final class SaltKey {
    private final byte[] key;

    private SaltKey(byte[] key) {
        this.key = key;
    }

    /** Wraps a key of at least 32 bytes, copying it. */
    public static SaltKey of(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("a salt key has at least 32 bytes");
        }
        return new SaltKey(key.clone());
    }

    /** The salt of one part of a bill. */
    public Salt salt(String label, byte[] canonicalBill) {
        byte[] domain = ("yipiao/salt/1/" + label).getBytes(StandardCharsets.US_ASCII);
        byte[] mac = Sm3.hmac(key, domain, canonicalBill).bytes();
        return Salt.of(Arrays.copyOf(mac, Salt.LENGTH));
    }

    /** The salts of a bill whose tree has this many leaves: leaf 0 and the fee lines. */
    public Salts salts(byte[] canonicalBill, int leaves) {
        return new Salts(
                salt("core", canonicalBill),
                salt("person", canonicalBill),
                java.util.stream.IntStream.range(0, leaves)
                        .mapToObj(i -> salt("leaf/" + i, canonicalBill))
                        .toList());
    }

    @Override
    public String toString() {
        return "SaltKey";
    }
}
