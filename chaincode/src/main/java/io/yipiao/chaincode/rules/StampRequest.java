package io.yipiao.chaincode.rules;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

import java.util.Set;

/**
 * An item of {@code stamp} or {@code amend}: {@code {index, payer, claim, n, fen, result}}.
 *
 * @param index where the bill stands
 * @param turn whose claim
 * @param fen how much, more than 0
 * @param result the digest of the calculation
 */
record StampRequest(BillIndex index, ClaimTurn turn, Fen fen, Digest result) {
    private static final Set<String> FIELDS =
            Set.of("index", "payer", "claim", "n", "fen", "result");

    static StampRequest read(Json.Members item) throws FieldException {
        item.only(FIELDS);
        return new StampRequest(
                BillIndex.ofHex("index", item.text("index")),
                ClaimTurn.read(item),
                Amounts.read(item),
                Digest.ofHex("result", item.text("result")));
    }

    /** The same, of the place where the shares stand. */
    StampRequest at(BillIndex place) {
        return new StampRequest(place, turn, fen, result);
    }

    Digest digest() {
        return Sm3.of(
                Jcs.bytes(
                        turn.writeTo(Json.object())
                                .put("index", index.hex())
                                .put("fen", fen.value())
                                .put("result", result.hex())
                                .end()));
    }
}
