package io.yipiao.gateway.http;

import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Decided;
import io.yipiao.gateway.claim.Ruling;
import io.yipiao.gateway.claim.Verdict;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Takes clerks' and supervisors' decisions. */
final class RulingCalls {
    private final ClaimDesk desk;

    RulingCalls(ClaimDesk desk) {
        this.desk = desk;
    }

    Answer decide(Call call) throws FieldException, ProblemException {
        Json.Members body = call.json();
        Optional<Long> seen = body.optionalWhole("seenFen");
        Clerk clerk = Clerks.of(call.principal());
        Decided decided =
                desk.decisions()
                        .decide(
                                clerk,
                                ClaimNumber.of(call.path("no")),
                                ruling(body),
                                seen.isPresent()
                                        ? Optional.of(Fen.of("seenFen", seen.get()))
                                        : Optional.empty());
        if (decided instanceof Decided.Done done) {
            return Answer.json(ClaimForm.claim(done.claim()));
        }
        throw new ProblemException(problem(decided));
    }

    private static Ruling ruling(Json.Members body) throws FieldException {
        Verdict verdict = Verdict.valueOf(body.text("decision"));
        String reason = body.optionalText("reason").orElse("");
        if (verdict != Verdict.APPROVE && reason.isBlank()) {
            throw new FieldException("reason", "why, or what is asked for", "nothing");
        }
        Set<Integer> lines = new HashSet<>();
        if (body.has("lines")) {
            for (Json line : body.items("lines").values()) {
                lines.add(line(line));
            }
        }
        if (lines.isEmpty() == (verdict == Verdict.PART)) {
            throw new FieldException("lines", "numbers with PART only", lines.size() + " numbers");
        }
        return new Ruling(verdict, reason, lines);
    }

    private static int line(Json line) throws FieldException {
        if (line instanceof Json.Whole whole) {
            return Math.toIntExact(whole.value());
        }
        throw new FieldException("lines", "whole numbers", "something else");
    }

    private static Problem problem(Decided decided) {
        return switch (decided) {
            case Decided.Done done -> throw new IllegalArgumentException("no problem: " + done);
            case Decided.Unknown unknown -> Problem.notFound("claim");
            case Decided.OwnClaim own ->
                    Problem.of(
                            403,
                            "own-claim",
                            "Your own claim",
                            "Nobody decides his own claim; a colleague has to.");
            case Decided.TakenIn mine ->
                    Problem.of(
                            403,
                            "taken-in",
                            "You took it in",
                            "Nobody decides what he took in at the desk; a colleague has to.");
            case Decided.ForSupervisor supervisor ->
                    Problem.of(
                            403,
                            "for-supervisor",
                            "It waits for a supervisor",
                            "A supervisor has to decide it who did not hand it on himself.");
            case Decided.NoSuchLine none ->
                    Problem.of(
                            422,
                            "no-such-line",
                            "No such line",
                            "Not on the bill: " + none.lines());
            case Decided.NotWaiting other ->
                    Problem.conflict(
                            "decided",
                            "It waits for no decision",
                            "It is %s since %s, by %s; your decision was not kept."
                                    .formatted(
                                            other.claim().state(),
                                            other.by().at(),
                                            other.by().name().isEmpty()
                                                    ? other.by().actor()
                                                    : other.by().name()));
            case Decided.SheetChanged changed ->
                    Problem.conflict(
                            "sheet-changed",
                            "The amount has changed",
                            "Other claims were decided meanwhile; look at the sheet again.");
        };
    }
}
