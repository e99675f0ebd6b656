package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.reader.Json;

import java.util.Set;

/**
 * That a payer paid because of a bill without taking any of it: {@code {payer, class, claim,
 * result}}.
 *
 * @param payer who paid
 * @param payerClass the payer's class, such as COMMERCIAL
 * @param claim the payer's number of the claim
 * @param result the digest of the calculation
 */
public record ProvedAttestation(String payer, String payerClass, String claim, Digest result) {

    static ProvedAttestation read(Json.Members in) throws FieldException {
        in.only(Set.of("payer", "class", "claim", "result"));
        return new ProvedAttestation(
                in.text("payer"),
                in.text("class"),
                in.text("claim"),
                Digest.ofHex("result", in.text("result")));
    }
}
