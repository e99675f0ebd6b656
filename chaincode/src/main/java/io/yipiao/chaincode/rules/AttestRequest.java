package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.state.Proposal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.reader.Json;

/**
 * An item of {@code attest}: an opening with {@code payer, claim, n, result}.
 *
 * @param opening the bill
 * @param turn whose claim
 * @param result the digest of the calculation
 */
record AttestRequest(BillOpening opening, ClaimTurn turn, Digest result) {
    static AttestRequest read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        item.only(BillOpening.fields(item, "payer", "claim", "n", "result"));
        return new AttestRequest(
                BillOpening.read(item, place, proposal),
                ClaimTurn.read(item),
                Digest.ofHex("result", item.text("result")));
    }

    Digest digest() {
        return Sm3.of(
                Jcs.bytes(
                        turn.writeTo(Json.object())
                                .put("fingerprint", opening.opening().fingerprint().hex())
                                .put("result", result.hex())
                                .end()));
    }
}
