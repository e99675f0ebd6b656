package io.yipiao.verifier.batch;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.HashTree;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fees.ProofException;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.SigningKey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A batch without its leaves. Its seal is a signature over "yipiao/batch/1" ‖ thumbprint ‖ issuer
 * u32 ‖ size u32 ‖ root.
 *
 * @param issuer the issuer's number
 * @param size how many bills
 * @param root the root of their tree
 */
public record BatchHeader(int issuer, int size, Digest root) {
    private static final byte[] LABEL = "yipiao/batch/1".getBytes(StandardCharsets.US_ASCII);

    public BatchHeader {
        if (issuer < 1 || size < 1 || size > Batch.LARGEST) {
            throw new IllegalArgumentException("issuer " + issuer + ", size " + size);
        }
    }

    public Seal seal(SigningKey key) {
        return key.sign(message(key.publicKey()));
    }

    public void checkSeal(SealPublicKey key, Seal seal) throws SealException {
        key.check(message(key), seal);
    }

    /** Checks that a fingerprint stands in the batch. */
    public void checkInclusion(Fingerprint fingerprint, InclusionProof proof)
            throws ProofException {
        proof.check(leaf(fingerprint), size, root);
    }

    static Digest leaf(Fingerprint fingerprint) {
        return HashTree.leaf(fingerprint.bytes());
    }

    byte[] message(SealPublicKey key) {
        return ByteBuffer.allocate(LABEL.length + 2 * Digest.LENGTH + 8)
                .put(LABEL)
                .put(key.thumbprint().bytes())
                .putInt(issuer)
                .putInt(size)
                .put(root.bytes())
                .array();
    }
}
