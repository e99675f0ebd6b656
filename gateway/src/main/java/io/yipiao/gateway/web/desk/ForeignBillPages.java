package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.CheckedElsewhere;
import io.yipiao.gateway.claim.Checklist;
import io.yipiao.gateway.claim.ClaimClock;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Clocks;
import io.yipiao.gateway.claim.Elsewhere;
import io.yipiao.gateway.claim.ElsewhereFiling;
import io.yipiao.gateway.claim.ElsewhereQuestions;
import io.yipiao.gateway.claim.ForeignBill;
import io.yipiao.gateway.claim.SentPaper;
import io.yipiao.gateway.claim.Supplements;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bills from elsewhere at the desk: those that wait, and the checklist of one of them. */
public final class ForeignBillPages {
    /** How long a clerk waits for the ledger before he is told that it goes on by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** As many as a clerk looks through at once. */
    private static final int SHOWN = 50;

    /** More than a claimant reads. */
    private static final int LONGEST_QUESTION = 500;

    private final Elsewhere elsewhere;
    private final ElsewhereQuestions questions;
    private final Supplements supplements;
    private final Clocks clocks;
    private final WorkingDays days;
    private final Clock clock;

    ForeignBillPages(ClaimDesk desk, WorkingDays days, Clock clock) {
        this.elsewhere = desk.elsewhere();
        this.questions = desk.questions();
        this.supplements = desk.supplements();
        this.clocks = desk.clocks();
        this.days = days;
        this.clock = clock;
    }

    void addTo(Pages pages) {
        pages.on(Page.DESK_ELSEWHERE, this::list)
                .on(
                        Page.DESK_FOREIGN_BILL,
                        visit -> page(200, visit, named(visit), ChecklistForm.empty(visit), ""))
                .on(Page.RECORD_RESULT, this::record)
                .on(Page.ASK_ELSEWHERE, this::ask)
                .on(Page.FOREIGN_FILE, this::file);
    }

    /**
     * A bill that waits.
     *
     * @param clock how many days it has used, or that it stands still
     */
    public record Waiting(
            String number,
            String filed,
            String hospital,
            String total,
            boolean file,
            String clock,
            String tone) {}

    /**
     * Those that wait, the oldest first.
     *
     * @param first whether these are the first of them
     * @param next where those behind them are; empty if there are none
     */
    public record WaitingBills(List<Waiting> rows, boolean first, String next) {
        public WaitingBills {
            rows = List.copyOf(rows);
        }
    }

    private Reply list(Visit visit) {
        Optional<ClaimNumber> after = visit.call().query("after").flatMap(ForeignBillPages::number);
        List<ElsewhereFiling> found = elsewhere.waiting(after, SHOWN + 1);
        List<ElsewhereFiling> shown = found.subList(0, Math.min(SHOWN, found.size()));
        Map<ClaimNumber, ClaimClock> all =
                clocks.of(shown.stream().map(ElsewhereFiling::number).toList());
        return Reply.page(
                "foreignbills.jte",
                new WaitingBills(
                        shown.stream().map(one -> row(one, all, visit.frame())).toList(),
                        after.isEmpty(),
                        found.size() > SHOWN
                                ? "/desk/elsewhere?after=" + shown.getLast().number()
                                : ""));
    }

    private Waiting row(ElsewhereFiling filing, Map<ClaimNumber, ClaimClock> all, Frame frame) {
        ClaimClock its = Optional.ofNullable(all.get(filing.number())).orElseThrow();
        ClerksClock used = ClerksClock.of(its, days, clock.instant());
        return new Waiting(
                filing.number().text(),
                frame.minute(filing.filedAt()),
                filing.declared().hospital(),
                frame.yuan(filing.declared().face().total()),
                filing.file(),
                used.words(frame),
                used.tone());
    }

    /** Asks the claimant for something; nothing can be recorded until he has answered. */
    private Reply ask(Visit visit) throws NoPageException {
        ElsewhereFiling filing = named(visit);
        Field question = question(visit);
        if (question.value().isEmpty() || question.value().length() > LONGEST_QUESTION) {
            String why = visit.say("elsewhere.question.wrong", LONGEST_QUESTION);
            return page(422, visit, filing, ChecklistForm.empty(visit), "", question.wrong(why));
        }
        Clerk clerk = new Clerk(visit.person(), visit.frame().name());
        return switch (questions.ask(clerk, filing.number(), question.value())) {
            case CheckedElsewhere.Done done ->
                    Reply.done("/desk/elsewhere/" + filing.number(), "asked");
            case CheckedElsewhere.TooLate late ->
                    page(
                            409,
                            visit,
                            late.filing(),
                            ChecklistForm.empty(visit),
                            visit.say("elsewhere.too-late"),
                            question);
            case CheckedElsewhere.OwnClaim own ->
                    page(
                            422,
                            visit,
                            filing,
                            ChecklistForm.empty(visit),
                            visit.say("elsewhere.own"),
                            question);
            case CheckedElsewhere.Unknown unknown -> throw new NoPageException();
        };
    }

    private static Field question(Visit visit) {
        return Field.text("question", visit.say("elsewhere.question"))
                .withHint(visit.say("elsewhere.question.hint"))
                .withType("area")
                .filled(visit.form());
    }

    private Reply record(Visit visit) throws NoPageException {
        ElsewhereFiling filing = named(visit);
        ChecklistForm form = ChecklistForm.sent(visit);
        Optional<Checklist> checklist = form.checklist();
        if (checklist.isEmpty()) {
            return page(422, visit, filing, form, "");
        }
        Optional<ForeignBill> entered = form.bill();
        boolean needed = checklist.get().refusal().isEmpty();
        if (needed && entered.isEmpty()) {
            return page(422, visit, filing, form, "");
        }
        Clerk clerk = new Clerk(visit.person(), visit.frame().name());
        try {
            return switch (elsewhere.record(
                    clerk, filing.number(), checklist.get(), entered, PATIENCE)) {
                case CheckedElsewhere.Done done ->
                        Reply.done(
                                "/desk/elsewhere/" + filing.number(),
                                needed ? "result-accepted" : "result-refused");
                case CheckedElsewhere.TooLate late ->
                        page(409, visit, late.filing(), form, visit.say("elsewhere.too-late"));
                case CheckedElsewhere.OwnClaim own ->
                        page(422, visit, filing, form, visit.say("elsewhere.own"));
                case CheckedElsewhere.Unknown unknown -> throw new NoPageException();
            };
        } catch (FieldException e) {
            return page(422, visit, filing, form.wrong(e), "");
        }
    }

    /** What the citizen sent: saved, never shown, and by no name of his. */
    private Reply file(Visit visit) throws NoPageException {
        ElsewhereFiling filing = named(visit);
        SentPaper paper = elsewhere.paper(filing.number()).orElseThrow(NoPageException::new);
        return Reply.sent(
                Answer.of(200, "application/octet-stream", paper.content())
                        .with(
                                "Content-Disposition",
                                "attachment; filename=\"" + paper.savedAs(filing.number()) + "\""));
    }

    private ElsewhereFiling named(Visit visit) throws NoPageException {
        return number(visit.call().path("no"))
                .flatMap(number -> elsewhere.one(number, Optional.empty()))
                .orElseThrow(NoPageException::new);
    }

    private static Optional<ClaimNumber> number(String text) {
        try {
            return Optional.of(ClaimNumber.of(text));
        } catch (FieldException e) {
            return Optional.empty();
        }
    }

    private Reply page(
            int status, Visit visit, ElsewhereFiling filing, ChecklistForm form, String fault) {
        Field blank = question(visit).filled("");
        return page(status, visit, filing, form, fault, blank);
    }

    private Reply page(
            int status,
            Visit visit,
            ElsewhereFiling filing,
            ChecklistForm form,
            String fault,
            Field question) {
        return Reply.page(
                status,
                "foreignbill.jte",
                ForeignBillView.of(
                        filing,
                        elsewhere.patient(filing),
                        elsewhere.tail(filing),
                        form.beside(filing),
                        CaseFiles.asked(
                                supplements.of(filing.number(), Optional.empty()), visit.frame()),
                        question,
                        fault,
                        visit.frame()));
    }
}
