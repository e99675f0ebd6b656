package io.yipiao.verifier.batch;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.SigningKey;

import java.util.Set;

/**
 * The first line of a sealed upload, as JCS:
 *
 * <pre>
 * {issuer, keySeq, root hex 32, seal hex 64, size}
 * </pre>
 *
 * @param batch what the issuer will put on the ledger: issuer, size and root
 * @param keySeq the number of the key that sealed the batch and every bill in it, 1 to 255
 * @param seal over the batch; holding it does not mean that it was checked
 */
public record UploadHeader(BatchHeader batch, int keySeq, Seal seal) {
    private static final Set<String> FIELDS = Set.of("issuer", "keySeq", "size", "root", "seal");
    private static final int LAST_KEY = 255;

    public UploadHeader {
        if (keySeq < 1 || keySeq > LAST_KEY) {
            throw new IllegalArgumentException("a key's number is 1 to 255: " + keySeq);
        }
    }

    /** Seals a batch with its issuer's key. */
    public static UploadHeader make(BatchHeader batch, int keySeq, SigningKey key) {
        return new UploadHeader(batch, keySeq, batch.seal(key));
    }

    /** Reads the canonical spelling. The seal is not checked: {@link #check} does that. */
    public static UploadHeader parse(byte[] canonical) throws FieldException {
        Json.Members in = Jcs.parseObject(canonical);
        in.only(FIELDS);
        return new UploadHeader(
                new BatchHeader(
                        in.whole("issuer", 1, Integer.MAX_VALUE),
                        in.whole("size", 1, Batch.LARGEST),
                        Digest.ofHex("root", in.text("root"))),
                in.whole("keySeq", 1, LAST_KEY),
                Seal.ofHex("seal", in.text("seal")));
    }

    /** Checks the seal against the issuer's key of this number, which the caller trusts. */
    public void check(SealPublicKey key) throws SealException {
        batch.checkSeal(key, seal);
    }

    public byte[] bytes() {
        return Jcs.bytes(
                Json.object()
                        .put("issuer", batch.issuer())
                        .put("keySeq", keySeq)
                        .put("size", batch.size())
                        .put("root", batch.root().hex())
                        .put("seal", seal.hex())
                        .end());
    }
}
