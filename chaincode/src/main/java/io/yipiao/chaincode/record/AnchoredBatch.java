package io.yipiao.chaincode.record;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Set;

/**
 * Key {@code batch/<issuer>/<root>}: {@code {size, keySeq}}.
 *
 * @param size how many bills stand under the root; every proof takes it from here
 * @param keySeq which of the issuer's keys sealed it
 */
public record AnchoredBatch(int size, int keySeq) {

    static AnchoredBatch read(Json.Members value) throws FieldException {
        value.only(Set.of("size", "keySeq"));
        return new AnchoredBatch(
                value.whole("size", 1, Batch.LARGEST), value.whole("keySeq", 1, 255));
    }

    Json.Members json() {
        return Json.object().put("size", size).put("keySeq", keySeq).end();
    }
}
