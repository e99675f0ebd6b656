package io.yipiao.verifier.receipt;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.reader.Json;

import java.util.Set;

/**
 * That a batch is on the ledger: {@code {issuer, root, size, keySeq}}.
 *
 * @param issuer the issuer's number
 * @param root of its tree
 * @param size how many bills it has
 * @param keySeq the number of the key that sealed it
 */
public record ProvedBatch(int issuer, Digest root, int size, int keySeq) implements ProvedFact {

    static ProvedBatch read(Json.Members in) throws FieldException {
        in.only(Set.of("issuer", "root", "size", "keySeq"));
        return new ProvedBatch(
                in.whole("issuer", 1, Integer.MAX_VALUE),
                Digest.ofHex("root", in.text("root")),
                in.whole("size", 1, Batch.LARGEST),
                in.whole("keySeq", 1, 255));
    }
}
