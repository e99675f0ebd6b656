package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.ShareState;

import java.util.Optional;
import java.util.Set;

/**
 * What was done to a share, kept in it so that a retry gets the first answer again: {@code
 * {operation, n, digest, fen, to?}}.
 *
 * @param operation what was done
 * @param n the client's number for it
 * @param request SM3 of the request: the same n with another request is a mistake
 * @param fen the amount that was answered
 * @param to where it led, of an operation that leads to one of several states
 */
public record Act(
        ShareOperation operation, int n, Digest request, Fen fen, Optional<ShareState> to) {

    /** An act of an operation that leads to one state only. */
    public Act(ShareOperation operation, int n, Digest request, Fen fen) {
        this(operation, n, request, fen, Optional.empty());
    }

    static Act read(Json.Members value) throws FieldException {
        value.only(Set.of("operation", "n", "digest", "fen", "to"));
        Optional<String> to = value.optionalText("to");
        return new Act(
                ShareOperation.of(value.text("operation")),
                value.whole("n", 1, Integer.MAX_VALUE),
                Digest.ofHex("digest", value.text("digest")),
                Fen.of("fen", value.whole("fen")),
                to.isPresent() ? Optional.of(ShareState.of(to.get())) : Optional.empty());
    }

    Json.Members json() {
        return Json.object()
                .put("operation", operation.function())
                .put("n", n)
                .put("digest", request.hex())
                .put("fen", fen.value())
                .putText("to", to.map(ShareState::name))
                .end();
    }
}
