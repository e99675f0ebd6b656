package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.reader.Json;

import java.util.Set;

/**
 * What became of a red bill: {@code {issuer, original, fingerprint, outcome}}.
 *
 * @param issuer who sealed it
 * @param original where the bill stands that it takes back
 * @param fingerprint the red bill's fingerprint
 * @param outcome what the call answered
 */
public record AppliedRed(int issuer, BillIndex original, Fingerprint fingerprint, Outcome outcome) {

    /** What a red bill can do. */
    public enum Outcome {
        /** It took its original back. */
        REVERSED,
        /** Its original is not known yet; it waits at its place. */
        AWAITING,
        /** It is another issuer's, of another total, or the second: the original stays as it is. */
        NOT_COUNTED;

        static Outcome of(String name) throws FieldException {
            for (Outcome outcome : values()) {
                if (outcome.name().equals(name)) {
                    return outcome;
                }
            }
            throw new FieldException("outcome", "an outcome of reverse", name);
        }
    }

    static AppliedRed read(Json.Members value) throws FieldException {
        value.only(Set.of("issuer", "original", "fingerprint", "outcome"));
        return new AppliedRed(
                value.whole("issuer", 1, Integer.MAX_VALUE),
                BillIndex.ofHex("original", value.text("original")),
                new Fingerprint(Digest.ofHex("fingerprint", value.text("fingerprint"))),
                Outcome.of(value.text("outcome")));
    }

    Json.Members json() {
        return Json.object()
                .put("issuer", issuer)
                .put("original", original.hex())
                .put("fingerprint", fingerprint.hex())
                .put("outcome", outcome.name())
                .end();
    }
}
