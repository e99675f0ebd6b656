package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.state.Proposal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;
import java.util.Set;

/**
 * An item of {@code net}: the opening of a bill that replaces another, with {@code payer, claim, n,
 * fen, result}.
 *
 * @param opening the bill that replaces
 * @param original the bill it replaces
 * @param turn whose claim moves over
 * @param fen how much of the bill that replaces is stamped, more than 0
 * @param result the digest of the new calculation
 */
record NetRequest(ProvenOpening opening, BillId original, ClaimTurn turn, Fen fen, Digest result) {
    private static final Set<String> FIELDS =
            Set.of("batch", "position", "proof", "payer", "claim", "n", "fen", "result");

    static NetRequest read(Json.Members item, int place, Proposal proposal) throws FieldException {
        item.only(FIELDS);
        ProvenOpening opening = ProvenOpening.read(item, place, proposal);
        Optional<BillId> original = opening.related(Relation.Kind.REPLACES);
        if (original.isEmpty()) {
            throw new FieldException(
                    "open/" + place, "a bill that replaces another", "a bill that replaces none");
        }
        return new NetRequest(
                opening,
                original.get(),
                ClaimTurn.read(item),
                Amounts.read(item),
                Digest.ofHex("result", item.text("result")));
    }

    Digest digest() {
        return Sm3.of(
                Jcs.bytes(
                        turn.writeTo(Json.object())
                                .put("fen", fen.value())
                                .put("fingerprint", opening.opening().fingerprint().hex())
                                .put("result", result.hex())
                                .end()));
    }
}
