package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.claim.Asked;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Claimant;
import io.yipiao.gateway.claim.Submission;
import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;
import java.util.UUID;

/** Takes claims and decisions, and shows them. */
public final class ClaimOperations {
    private static final int LIMIT = 50;

    private final ClaimDesk desk;
    private final Bills bills;
    private final RulingCalls rulings;

    public ClaimOperations(ClaimDesk desk, Bills bills) {
        this.desk = desk;
        this.bills = bills;
        this.rulings = new RulingCalls(desk);
    }

    public void addTo(Operations operations) {
        new ElsewhereOperations(desk).addTo(operations);
        operations
                .on(Route.SUBMIT_CLAIM, this::submit)
                .on(Route.LIST_CLAIMS, this::list)
                .on(Route.GET_CLAIM, call -> Answer.json(ClaimForm.claim(claim(call))))
                .on(Route.GET_CLAIM_HISTORY, this::history)
                .on(Route.GET_CLAIM_SHEET, this::sheet)
                .on(Route.GET_CLAIM_RECEIPT, this::receipt)
                .on(Route.DECIDE_CLAIM, rulings::decide);
    }

    private Answer submit(Call call) throws FieldException, ProblemException {
        Principal principal = call.principal();
        PersonId person = principal.person();
        // A person who got a new token is still the one who sent the first request.
        Claimant claimant = new Claimant("person/" + person.hex(), person);
        Json.Members body = call.json();
        Asked asked = new Asked(bill(body), body.has("emergency") && body.flag("emergency"));
        String key = call.header("idempotency-key").orElseThrow();
        return switch (desk.service().submit(claimant, asked, key)) {
            case Submission.NotTaken none -> throw new ProblemException(problem(none.cause()));
            case Submission.Taken taken -> taken(taken.claim());
        };
    }

    /** A claim that ended as a duplicate is told as the conflict it is. */
    private static Answer taken(ClaimView claim) throws ProblemException {
        if (claim.state() == ClaimState.DUPLICATE) {
            Problem claimed =
                    Problem.conflict("claimed", "The bill is claimed already", "这张票据已申报过，不能重复报销。");
            throw new ProblemException(
                    claim.other().map(other -> claimed.withClaim(other.text())).orElse(claimed));
        }
        return Answer.created("/api/v1/claims/" + claim.number().text(), ClaimForm.claim(claim));
    }

    private UUID bill(Json.Members body) throws FieldException, ProblemException {
        Optional<String> id = body.optionalText("billId");
        if (id.isPresent()) {
            return UUID.fromString(id.get());
        }
        if (FaceReader.read(body.text("qrText")) instanceof Face.Own own) {
            return bills.place(own.text().payload().opening().fingerprint())
                    .map(BillPlace::id)
                    .orElseThrow(
                            () -> new ProblemException(problem(Submission.Cause.UNKNOWN_BILL)));
        }
        throw new FieldException("qrText", "the text of a bill's QR code", "another text");
    }

    private Answer list(Call call) throws FieldException {
        Optional<String> after = call.query("after");
        int limit = call.query("limit").map(Integer::parseInt).orElse(LIMIT);
        var claims =
                desk.claims()
                        .list(
                                viewer(call.principal()),
                                call.query("state").map(ClaimState::valueOf),
                                after.isPresent()
                                        ? Optional.of(ClaimNumber.of(after.get()))
                                        : Optional.empty(),
                                limit);
        return Answer.json(
                Json.object().put("claims", claims.stream().map(ClaimForm::claim).toList()).end());
    }

    private Answer history(Call call) throws FieldException, ProblemException {
        ClaimView claim = claim(call);
        boolean staff = viewer(call.principal()).isEmpty();
        var steps = desk.claims().history(claim.number(), viewer(call.principal()));
        return Answer.json(
                Json.object()
                        .put("steps", steps.stream().map(s -> ClaimForm.step(s, staff)).toList())
                        .end());
    }

    private Answer sheet(Call call) throws FieldException, ProblemException {
        ClaimView claim = claim(call);
        return desk.claims()
                .sheet(claim.number(), viewer(call.principal()))
                .map(sheet -> Answer.json(ClaimForm.sheet(claim.number(), claim, sheet)))
                .orElseThrow(() -> new ProblemException(Problem.notFound("sheet")));
    }

    private Answer receipt(Call call) throws FieldException, ProblemException {
        return desk.claims()
                .receipt(ClaimNumber.of(call.path("no")), viewer(call.principal()))
                .map(receipt -> Answer.text(200, "application/json", receipt))
                .orElseThrow(() -> new ProblemException(Problem.notFound("receipt")));
    }

    private ClaimView claim(Call call) throws FieldException, ProblemException {
        return desk.claims()
                .one(ClaimNumber.of(call.path("no")), viewer(call.principal()))
                .orElseThrow(() -> new ProblemException(Problem.notFound("claim")));
    }

    /** Staff see all claims, a person only his own. */
    private static Optional<PersonId> viewer(Principal principal) {
        boolean staff =
                principal.is(Role.CLERK)
                        || principal.is(Role.SUPERVISOR)
                        || principal.is(Role.AUDITOR)
                        || principal.is(Role.PAYER);
        return staff ? Optional.empty() : Optional.of(principal.person());
    }

    private static Problem problem(Submission.Cause cause) {
        String detail = cause.english() + "。" + cause.chinese();
        return switch (cause) {
            case UNKNOWN_BILL -> Problem.of(404, "unknown-bill", "No record of this bill", detail);
            case NOT_INSURED -> Problem.conflict("not-insured", "Not insured here", detail);
            case NO_ACCOUNT -> Problem.conflict("no-account", "No payee account", detail);
            case OTHER_NAME -> Problem.conflict("other-name", "Another name", detail);
            case KEY_REUSED -> Problem.of(422, "key-reused", "This key was used before", detail);
        };
    }
}
