package io.yipiao.gateway.http;

import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.Corrected;
import io.yipiao.gateway.claim.CorrectionOrder;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Takes supervisors' corrections of stamps. */
final class CorrectionCalls {
    private final ClaimDesk desk;

    CorrectionCalls(ClaimDesk desk) {
        this.desk = desk;
    }

    Answer revoke(Call call) throws FieldException, ProblemException {
        Fen fen = Fen.of("fen", call.json().whole("fen"));
        return answer(desk.corrections().revoke(order(call), ClaimNumber.of(call.path("no")), fen));
    }

    Answer amend(Call call) throws FieldException, ProblemException {
        Json.Members body = call.json();
        Optional<Long> seen = body.optionalWhole("seenFen");
        Set<Integer> disallowed = new HashSet<>();
        for (Json line : body.items("disallowed").values()) {
            if (!(line instanceof Json.Whole whole)) {
                throw new FieldException("disallowed", "whole numbers", "something else");
            }
            disallowed.add(Math.toIntExact(whole.value()));
        }
        return answer(
                desk.corrections()
                        .amend(
                                order(call),
                                ClaimNumber.of(call.path("no")),
                                disallowed,
                                seen.isPresent()
                                        ? Optional.of(Fen.of("seenFen", seen.get()))
                                        : Optional.empty()));
    }

    private static CorrectionOrder order(Call call) throws FieldException, ProblemException {
        return new CorrectionOrder(
                Clerks.of(call.principal()),
                call.json().text("reason"),
                call.header("Idempotency-Key").orElseThrow());
    }

    private static Answer answer(Corrected corrected) throws ProblemException {
        if (corrected instanceof Corrected.Done done) {
            return Answer.json(ClaimForm.claim(done.claim()));
        }
        throw new ProblemException(problem(corrected));
    }

    private static Problem problem(Corrected corrected) {
        return switch (corrected) {
            case Corrected.Done done -> throw new IllegalArgumentException("no problem: " + done);
            case Corrected.Unknown unknown -> Problem.notFound("claim");
            case Corrected.OwnClaim own ->
                    Problem.of(
                            403,
                            "own-claim",
                            "Your own claim",
                            "Nobody corrects his own claim, nor one that he took in.");
            case Corrected.ForAnother other ->
                    Problem.of(
                            403,
                            "own-decision",
                            "It takes another supervisor",
                            "A supervisor who did not decide the claim has to correct it.");
            case Corrected.NotStamped not ->
                    Problem.conflict(
                            "not-stamped",
                            "There is no stamp to correct",
                            "The claim is " + not.claim().state() + ".");
            case Corrected.WrongAmount wrong ->
                    Problem.conflict(
                            "wrong-amount",
                            "Not with this amount",
                            "%s yuan are stamped, not %s."
                                    .formatted(wrong.stamped().yuan(), wrong.asked().yuan()));
            case Corrected.SheetChanged changed ->
                    Problem.conflict(
                            "sheet-changed",
                            "The amount has changed",
                            "It comes to %s yuan now.".formatted(changed.now().yuan()));
        };
    }
}
