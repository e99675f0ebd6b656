package io.yipiao.chaincode.rules;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;
import java.util.Set;

/**
 * An item of {@code release}: {@code {index, payer, claim, n, reason?}}.
 *
 * @param index where the bill stands
 * @param turn whose claim
 * @param reason why, 1 to 200 characters, without personal data: blocks keep it
 */
record ReleaseRequest(BillIndex index, ClaimTurn turn, Optional<String> reason) {
    private static final Set<String> FIELDS = Set.of("index", "payer", "claim", "n", "reason");

    static ReleaseRequest read(Json.Members item) throws FieldException {
        item.only(FIELDS);
        Optional<String> reason =
                item.has("reason") ? Optional.of(ShortText.read(item, "reason")) : Optional.empty();
        return new ReleaseRequest(
                BillIndex.ofHex("index", item.text("index")), ClaimTurn.read(item), reason);
    }

    /** The same, of the place where the shares stand. */
    ReleaseRequest at(BillIndex place) {
        return new ReleaseRequest(place, turn, reason);
    }

    Digest digest() {
        return Sm3.of(
                Jcs.bytes(
                        turn.writeTo(Json.object())
                                .put("index", index.hex())
                                .putText("reason", reason)
                                .end()));
    }
}
