package io.yipiao.verifier.seal;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.Fingerprint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An issuer's seal over one bill: a signature over "yipiao/seal/1" ‖ thumbprint ‖ fingerprint.
 * Sealing again gives the same fingerprint, not the same signature.
 */
public final class BillSeal {
    private static final byte[] LABEL = "yipiao/seal/1".getBytes(StandardCharsets.US_ASCII);

    private BillSeal() {}

    public static Seal make(SigningKey key, Fingerprint fingerprint) {
        return key.sign(message(key.publicKey(), fingerprint));
    }

    public static void check(SealPublicKey key, Fingerprint fingerprint, Seal seal)
            throws SealException {
        key.check(message(key, fingerprint), seal);
    }

    static byte[] message(SealPublicKey key, Fingerprint fingerprint) {
        return ByteBuffer.allocate(LABEL.length + 2 * Digest.LENGTH)
                .put(LABEL)
                .put(key.thumbprint().bytes())
                .put(fingerprint.bytes())
                .array();
    }
}
