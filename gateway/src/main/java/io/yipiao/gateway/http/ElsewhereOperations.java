package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.claim.CheckedElsewhere;
import io.yipiao.gateway.claim.Checklist;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.Claimant;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Declared;
import io.yipiao.gateway.claim.Elsewhere;
import io.yipiao.gateway.claim.ElsewhereFiling;
import io.yipiao.gateway.claim.ElsewhereQuestions;
import io.yipiao.gateway.claim.FiledElsewhere;
import io.yipiao.gateway.claim.ForeignBill;
import io.yipiao.gateway.claim.Supplement;
import io.yipiao.gateway.claim.Supplements;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes bills that were issued elsewhere, and what clerks find when they check them. */
final class ElsewhereOperations {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int LIMIT = 50;
    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_ANSWER = 2_000;

    private final Elsewhere elsewhere;
    private final ElsewhereQuestions questions;
    private final Supplements supplements;

    ElsewhereOperations(ClaimDesk desk) {
        this.elsewhere = desk.elsewhere();
        this.questions = desk.questions();
        this.supplements = desk.supplements();
    }

    void addTo(Operations operations) {
        operations
                .on(Route.FILE_ELSEWHERE, this::file)
                .on(Route.LIST_ELSEWHERE, this::list)
                .on(Route.GET_ELSEWHERE, call -> Answer.json(form(filing(call))))
                .on(Route.RECORD_ELSEWHERE, this::record)
                .on(Route.ASK_ELSEWHERE, this::ask)
                .on(Route.ANSWER_ELSEWHERE, this::answer)
                .on(Route.WITHDRAW_ELSEWHERE, this::withdraw);
    }

    private Answer file(Call call) throws FieldException, ProblemException {
        PersonId person = call.principal().person();
        Json.Members body = call.json();
        Declared declared =
                Declared.of(
                        FaceForm.read(body.object("face")),
                        body.text("hospital"),
                        CareKind.valueOf(body.text("care")),
                        FaceForm.day("admitted", body.text("admitted")),
                        FaceForm.day("discharged", body.text("discharged")),
                        body.optionalText("lines").orElse(""));
        String key = call.header("idempotency-key").orElseThrow();
        Claimant claimant = new Claimant("person/" + person.hex(), person);
        return switch (elsewhere.file(claimant, person, declared, Optional.empty(), key)) {
            case FiledElsewhere.Taken taken ->
                    Answer.created(
                            "/api/v1/elsewhere/" + taken.filing().number(), form(taken.filing()));
            case FiledElsewhere.Duplicate duplicate ->
                    throw new ProblemException(
                            Problem.conflict(
                                            "claimed",
                                            "The bill was filed already",
                                            "这张票据已经申报过，不能重复申报。")
                                    .withClaim(duplicate.first().text()));
            case FiledElsewhere.NotTaken none ->
                    throw new ProblemException(
                            Problem.of(
                                    422,
                                    "not-taken",
                                    none.cause().english(),
                                    none.cause().chinese()));
        };
    }

    private Answer list(Call call) throws FieldException {
        Optional<String> after = call.query("after");
        List<ElsewhereFiling> waiting =
                elsewhere.waiting(
                        after.isPresent()
                                ? Optional.of(ClaimNumber.of(after.get()))
                                : Optional.empty(),
                        call.query("limit").map(Integer::parseInt).orElse(LIMIT));
        return Answer.json(
                Json.object().put("filings", waiting.stream().map(this::form).toList()).end());
    }

    private Answer ask(Call call) throws FieldException, ProblemException {
        String question = call.words("question", LONGEST_QUESTION);
        return answer(questions.ask(Clerks.of(call.principal()), number(call), question));
    }

    private Answer answer(Call call) throws FieldException, ProblemException {
        String text = call.words("text", LONGEST_ANSWER);
        return answer(questions.answer(call.principal().person(), number(call), text));
    }

    private Answer withdraw(Call call) throws FieldException, ProblemException {
        ElsewhereFiling filing = filing(call);
        boolean taken = elsewhere.withdraw(call.principal().person(), filing.number());
        ElsewhereFiling now = filing(call);
        return answer(
                taken || now.state() == ElsewhereFiling.State.WITHDRAWN
                        ? new CheckedElsewhere.Done(now)
                        : new CheckedElsewhere.TooLate(now));
    }

    private static ClaimNumber number(Call call) throws FieldException {
        return ClaimNumber.of(call.path("no"));
    }

    private Answer record(Call call) throws FieldException, ProblemException {
        Json.Members body = call.json();
        Checklist checklist =
                new Checklist(
                        Checklist.Official.valueOf(body.text("official")),
                        body.flag("person"),
                        body.flag("unclaimed"),
                        body.flag("standing"),
                        body.text("seen"));
        Optional<Json.Members> bill = body.optionalObject("bill");
        Optional<ForeignBill> entered =
                bill.isPresent() ? Optional.of(bill(bill.get())) : Optional.empty();
        Clerk clerk = Clerks.of(call.principal());
        return answer(elsewhere.record(clerk, number(call), checklist, entered, PATIENCE));
    }

    private Answer answer(CheckedElsewhere wished) throws ProblemException {
        return switch (wished) {
            case CheckedElsewhere.Done done -> Answer.json(form(done.filing()));
            case CheckedElsewhere.Unknown none ->
                    throw new ProblemException(Problem.notFound("filing"));
            case CheckedElsewhere.OwnClaim own ->
                    throw new ProblemException(
                            Problem.of(
                                    422,
                                    "own-claim",
                                    "A clerk does not check his own bill",
                                    "您本人的申报，请同事核对。"));
            case CheckedElsewhere.TooLate late ->
                    throw new ProblemException(
                            Problem.conflict(
                                    "gone-on",
                                    "The filing has gone on",
                                    "It is " + late.filing().state() + "; nothing was recorded."));
        };
    }

    private static ForeignBill bill(Json.Members in) throws FieldException {
        return new ForeignBill(
                in.text("institution"),
                in.text("hospital"),
                in.text("encounter"),
                in.items("diagnoses").texts("diagnoses"),
                Fen.of("fundFen", in.whole("fundFen")),
                in.text("lines"));
    }

    private ElsewhereFiling filing(Call call) throws FieldException, ProblemException {
        Principal principal = call.principal();
        boolean staff =
                principal.is(Role.CLERK)
                        || principal.is(Role.SUPERVISOR)
                        || principal.is(Role.AUDITOR);
        return elsewhere
                .one(
                        ClaimNumber.of(call.path("no")),
                        staff ? Optional.empty() : Optional.of(principal.person()))
                .orElseThrow(() -> new ProblemException(Problem.notFound("filing")));
    }

    private Json.Members form(ElsewhereFiling filing) {
        return Json.object()
                .put("number", filing.number().text())
                .put("state", filing.state().name())
                .put("filedAt", filing.filedAt().toString())
                .put("identity", Words.identity(filing.declared().face().id()))
                .put("totalFen", filing.declared().face().total().value())
                .put("hospital", filing.declared().hospital())
                .putText("reason", filing.why().map(Enum::name))
                .putText("question", question(filing))
                .end();
    }

    /** What its claimant is asked for, while that waits for his answer. */
    private Optional<String> question(ElsewhereFiling filing) {
        return filing.isAsked()
                ? supplements.of(filing.number(), Optional.empty()).stream()
                        .filter(one -> one.answer().isEmpty())
                        .map(Supplement::question)
                        .findFirst()
                : Optional.empty();
    }
}
