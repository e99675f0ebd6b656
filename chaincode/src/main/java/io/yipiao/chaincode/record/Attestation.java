package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.reader.Json;

import java.util.Set;

/**
 * That a payer paid because of a bill without taking any of it, as a fixed-sum policy (定额) does:
 * {@code {payer, class, claim, n, digest, result}}.
 *
 * @param payer who paid
 * @param payerClass as what
 * @param claim under which claim
 * @param n the payer's number for the call
 * @param request SM3 of the request, to tell a retry
 * @param result the digest of the calculation
 */
public record Attestation(
        PayerId payer,
        PayerClass payerClass,
        ClaimNumber claim,
        int n,
        Digest request,
        Digest result) {

    static Attestation read(Json.Members value) throws FieldException {
        value.only(Set.of("payer", "class", "claim", "n", "digest", "result"));
        return new Attestation(
                PayerId.of(value.text("payer")),
                PayerClass.of(value.text("class")),
                ClaimNumber.of(value.text("claim")),
                value.whole("n", 1, Integer.MAX_VALUE),
                Digest.ofHex("digest", value.text("digest")),
                Digest.ofHex("result", value.text("result")));
    }

    Json.Members json() {
        return facts().put("n", n).put("digest", request.hex()).end();
    }

    /** What a receipt shows of it. */
    public Json.Members receipt() {
        return facts().end();
    }

    public boolean isOf(PayerId who, ClaimNumber which) {
        return payer.equals(who) && claim.equals(which);
    }

    private Json.Writer facts() {
        return Json.object()
                .put("payer", payer.text())
                .put("class", payerClass.name())
                .put("claim", claim.text())
                .put("result", result.hex());
    }
}
