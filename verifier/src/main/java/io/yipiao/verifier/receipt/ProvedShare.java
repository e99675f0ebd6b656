package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;
import java.util.Set;

/**
 * A payer's share of a bill: {@code {payer, class, claim, fen, state, result?}}.
 *
 * @param payer who reimburses
 * @param payerClass the payer's class, such as BASIC
 * @param claim the payer's number of the claim
 * @param fen how much of the bill
 * @param state where it stands
 * @param result the digest of the calculation that was stamped
 */
public record ProvedShare(
        String payer,
        String payerClass,
        String claim,
        Fen fen,
        ShareState state,
        Optional<Digest> result) {

    static ProvedShare read(Json.Members in) throws FieldException {
        in.only(Set.of("payer", "class", "claim", "fen", "state", "result"));
        Optional<String> result = in.optionalText("result");
        return new ProvedShare(
                in.text("payer"),
                in.text("class"),
                in.text("claim"),
                Fen.of("fen", in.whole("fen")),
                ShareState.of(in.text("state")),
                result.isPresent()
                        ? Optional.of(Digest.ofHex("result", result.get()))
                        : Optional.empty());
    }
}
