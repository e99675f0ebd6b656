package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;

/**
 * An item of {@code hold} or {@code holdAndStamp}: an opening with {@code payer, claim, n, fen}
 * and, to stamp, {@code result}.
 *
 * @param opening the bill
 * @param turn whose claim
 * @param fen how much, more than 0
 * @param result the digest of the calculation, when it is stamped at once
 */
record HoldRequest(BillOpening opening, ClaimTurn turn, Fen fen, Optional<Digest> result) {
    static HoldRequest read(
            ShareOperation operation, Json.Members item, int place, Proposal proposal)
            throws FieldException {
        boolean stamps = operation == ShareOperation.HOLD_AND_STAMP;
        item.only(
                stamps
                        ? BillOpening.fields(item, "payer", "claim", "n", "fen", "result")
                        : BillOpening.fields(item, "payer", "claim", "n", "fen"));
        return new HoldRequest(
                BillOpening.read(item, place, proposal),
                ClaimTurn.read(item),
                Amounts.read(item),
                stamps
                        ? Optional.of(Digest.ofHex("result", item.text("result")))
                        : Optional.empty());
    }

    /** What makes a retry the same request: not where the bill stands, but which bill it is. */
    Digest digest() {
        Json.Writer out = turn.writeTo(Json.object()).put("fen", fen.value());
        return Sm3.of(
                Jcs.bytes(
                        out.put("fingerprint", opening.opening().fingerprint().hex())
                                .putText("result", result.map(Digest::hex))
                                .end()));
    }
}
