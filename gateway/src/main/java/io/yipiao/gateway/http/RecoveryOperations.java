package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.Closing;
import io.yipiao.gateway.claim.Settled;
import io.yipiao.gateway.claim.Settlement;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;

/** Shows what is wanted back, and closes it. */
public final class RecoveryOperations {
    private final ClaimDesk desk;
    private final CorrectionCalls corrections;

    public RecoveryOperations(ClaimDesk desk) {
        this.desk = desk;
        this.corrections = new CorrectionCalls(desk);
    }

    public void addTo(Operations operations) {
        operations
                .on(Route.LIST_RECOVERIES, call -> list())
                .on(Route.GET_RECOVERY, this::one)
                .on(Route.SETTLE_RECOVERY, this::settle)
                .on(Route.REVOKE_STAMP, corrections::revoke)
                .on(Route.AMEND_STAMP, corrections::amend);
    }

    private Answer list() {
        return Answer.json(
                Json.object()
                        .put(
                                "recoveries",
                                desk.recoveries().open().stream()
                                        .map(one -> RecoveryForm.recovery(one, true))
                                        .toList())
                        .end());
    }

    /** A person sees his own only. */
    private Answer one(Call call) throws FieldException, ProblemException {
        Principal principal = call.principal();
        boolean staff =
                principal.is(Role.CLERK)
                        || principal.is(Role.SUPERVISOR)
                        || principal.is(Role.AUDITOR);
        Optional<PersonId> viewer = staff ? Optional.empty() : Optional.of(principal.person());
        ClaimNumber number = ClaimNumber.of(call.path("no"));
        return desk.claims()
                .one(number, viewer)
                .flatMap(claim -> desk.recoveries().of(number))
                .map(one -> Answer.json(RecoveryForm.recovery(one, staff)))
                .orElseThrow(() -> new ProblemException(Problem.notFound("recovery")));
    }

    private Answer settle(Call call) throws FieldException, ProblemException {
        Json.Members body = call.json();
        Settlement.Kind kind = Settlement.Kind.valueOf(body.text("kind"));
        Optional<Long> fen = body.optionalWhole("fen");
        if (fen.isEmpty() != (kind == Settlement.Kind.OFFSET)) {
            throw new FieldException(
                    "fen",
                    "an amount but with OFFSET",
                    fen.map(Object::toString).orElse("nothing"));
        }
        Closing closing =
                new Closing(
                        kind,
                        fen.isPresent() ? Optional.of(Fen.of("fen", fen.get())) : Optional.empty(),
                        body.text("note"));
        Settled settled =
                desk.recoveries()
                        .settle(
                                Clerks.of(call.principal()),
                                ClaimNumber.of(call.path("no")),
                                closing,
                                call.header("Idempotency-Key").orElseThrow());
        if (settled instanceof Settled.Done done) {
            return Answer.json(RecoveryForm.recovery(done.recovery(), true));
        }
        throw new ProblemException(problem(settled));
    }

    private static Problem problem(Settled settled) {
        return switch (settled) {
            case Settled.Done done -> throw new IllegalArgumentException("no problem: " + done);
            case Settled.Unknown unknown -> Problem.notFound("recovery");
            case Settled.OwnClaim own ->
                    Problem.of(
                            403,
                            "own-claim",
                            "Your own claim",
                            "Nobody settles what he owes himself; a colleague has to.");
            case Settled.ForSupervisor no ->
                    Problem.of(
                            403,
                            "for-supervisor",
                            "It takes a supervisor",
                            "A supervisor asks for a write-off.");
            case Settled.OwnDecision own ->
                    Problem.of(
                            403,
                            "own-decision",
                            "You decided it",
                            "Another supervisor has to ask for its write-off.");
            case Settled.NotOwed not ->
                    Problem.conflict(
                            "not-owed",
                            "Nothing is wanted back",
                            "The claim is " + not.recovery().state() + ".");
            case Settled.AlreadyAsked asked ->
                    Problem.conflict(
                            "already-asked",
                            "A write-off waits already",
                            "Another organisation has to confirm it, or it lapses.");
            case Settled.TooMuch most ->
                    Problem.conflict(
                            "too-much",
                            "More than is wanted back",
                            "At most " + most.free().yuan() + " yuan can be settled.");
        };
    }
}
