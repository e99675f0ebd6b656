package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An issuer's secret from which a bill's salts are made, so that the same bill gives the same
 * fingerprint again. A salt is
 *
 * <pre>
 * the first 16 bytes of HMAC-SM3(key, "yipiao/salt/1/" ‖ label ‖ SM3(JCS(bill)))
 * label: core, person, leaf/0, leaf/1 …
 * </pre>
 *
 * <p>The bill enters by its digest: with the bill itself, a bill of n lines would be hashed n times
 * over. Salts are stored with the bill, so nobody but the issuer ever computes this.
 */
public final class SaltKey {
    /** The least bytes of a key. */
    public static final int LENGTH = 32;

    private final byte[] key;

    private SaltKey(byte[] key) {
        this.key = key;
    }

    /** Wraps a key of at least 32 bytes, copying it. */
    public static SaltKey of(byte[] key) {
        if (key.length < LENGTH) {
            throw new IllegalArgumentException("a salt key has at least 32 bytes");
        }
        return new SaltKey(key.clone());
    }

    /** The salts of a bill whose tree has this many leaves: leaf 0 and the fee lines. */
    public Salts salts(byte[] canonicalBill, int leaves) {
        Digest bill = Sm3.of(canonicalBill);
        return new Salts(
                salt("core", bill),
                salt("person", bill),
                IntStream.range(0, leaves).mapToObj(i -> salt("leaf/" + i, bill)).toList());
    }

    private Salt salt(String label, Digest bill) {
        byte[] domain = ("yipiao/salt/1/" + label).getBytes(StandardCharsets.US_ASCII);
        byte[] mac = Sm3.hmac(key, domain, bill.bytes()).bytes();
        return Salt.of(Arrays.copyOf(mac, Salt.LENGTH));
    }

    @Override
    public String toString() {
        return "SaltKey";
    }
}
