package io.yipiao.chaincode.rules;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.ShareState;

import java.util.Optional;
import java.util.Set;

/**
 * A part of a claim's share that is to move, or all of it: {@code {index, payer, claim, n, fen}}
 * with {@code to} to recover, {@code reason} to write off, and a reason if one is given to revoke.
 *
 * @param index where the bill stands
 * @param turn whose claim
 * @param fen how much, more than 0
 * @param to to which state, where the operation leaves a choice
 * @param reason why, 1 to 200 characters, without personal data: blocks keep it
 */
record PartRequest(
        BillIndex index,
        ClaimTurn turn,
        Fen fen,
        Optional<ShareState> to,
        Optional<String> reason) {

    /** An item of {@code revoke}. */
    static PartRequest revoke(Json.Members item) throws FieldException {
        item.only(Set.of("index", "payer", "claim", "n", "fen", "reason"));
        return read(item, Optional.empty());
    }

    /** An item of {@code recover}. */
    static PartRequest recover(Json.Members item) throws FieldException {
        item.only(Set.of("index", "payer", "claim", "n", "fen", "to"));
        ShareState to = ShareState.of(item.text("to"));
        if (to != ShareState.REPAID && to != ShareState.OFFSET) {
            throw new FieldException("to", "REPAID or OFFSET", to.name());
        }
        return read(item, Optional.of(to));
    }

    /** The arguments of {@code writeOff}. */
    static PartRequest writeOff(Json.Members arguments) throws FieldException {
        arguments.only(Set.of("index", "payer", "claim", "n", "fen", "reason"));
        if (!arguments.has("reason")) {
            throw new FieldException("reason", "why it is given up", "nothing");
        }
        return read(arguments, Optional.empty());
    }

    /** The same, of the place where the shares stand. */
    PartRequest at(BillIndex place) {
        return new PartRequest(place, turn, fen, to, reason);
    }

    Digest digest() {
        return Sm3.of(
                Jcs.bytes(
                        turn.writeTo(Json.object())
                                .put("index", index.hex())
                                .put("fen", fen.value())
                                .putText("to", to.map(ShareState::name))
                                .putText("reason", reason)
                                .end()));
    }

    private static PartRequest read(Json.Members item, Optional<ShareState> to)
            throws FieldException {
        return new PartRequest(
                BillIndex.ofHex("index", item.text("index")),
                ClaimTurn.read(item),
                Amounts.read(item),
                to,
                item.has("reason")
                        ? Optional.of(ShortText.read(item, "reason"))
                        : Optional.empty());
    }
}
