package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Set;

/**
 * A peer's signature under an answer: {@code {endorser, signature}}, both in base64.
 *
 * @param endorser who signed: a serialised {@code msp.SerializedIdentity}, an organisation's name
 *     and a certificate in PEM
 * @param signature over the answer and the endorser's bytes: ECDSA with SHA-256 in DER
 */
public record Endorsement(ByteString endorser, ByteString signature) {
    private static final Set<String> FIELDS = Set.of("endorser", "signature");

    static Endorsement read(Json.Members in) throws FieldException {
        in.only(FIELDS);
        return new Endorsement(Base64Text.read(in, "endorser"), Base64Text.read(in, "signature"));
    }

    Json.Members json() {
        return Json.object()
                .put("endorser", Base64Text.write(endorser))
                .put("signature", Base64Text.write(signature))
                .end();
    }
}
