package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.CheckedElsewhere;
import io.yipiao.gateway.claim.Checklist;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Elsewhere;
import io.yipiao.gateway.claim.ElsewhereFiling;
import io.yipiao.gateway.claim.ForeignBill;
import io.yipiao.gateway.claim.SentPaper;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Bills from elsewhere at the desk: those that wait, and the checklist of one of them. */
public final class ForeignBillPages {
    /** How long a clerk waits for the ledger before he is told that it goes on by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Elsewhere elsewhere;

    ForeignBillPages(Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
    }

    void addTo(Pages pages) {
        pages.on(Page.DESK_ELSEWHERE, this::list)
                .on(
                        Page.DESK_FOREIGN_BILL,
                        visit -> page(200, visit, named(visit), ChecklistForm.empty(visit), ""))
                .on(Page.RECORD_RESULT, this::record)
                .on(Page.FOREIGN_FILE, this::file);
    }

    /** A bill that waits. */
    public record Waiting(
            String number, String filed, String hospital, String total, boolean file) {}

    /** Those that wait, the oldest first. */
    public record WaitingBills(List<Waiting> rows) {
        public WaitingBills {
            rows = List.copyOf(rows);
        }
    }

    private Reply list(Visit visit) {
        return Reply.page(
                "foreignbills.jte",
                new WaitingBills(
                        elsewhere.waiting().stream()
                                .map(filing ->
                                        new Waiting(
                                                filing.number().text(),
                                                visit.frame().minute(filing.filedAt()),
                                                filing.declared().hospital(),
                                                visit.frame()
                                                        .yuan(filing.declared().face().total()),
                                                filing.file()))
                                .toList()));
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
        try {
            return elsewhere
                    .one(ClaimNumber.of(visit.call().path("no")), Optional.empty())
                    .orElseThrow(NoPageException::new);
        } catch (FieldException e) {
            throw new NoPageException();
        }
    }

    private Reply page(
            int status, Visit visit, ElsewhereFiling filing, ChecklistForm form, String fault) {
        return Reply.page(
                status,
                "foreignbill.jte",
                ForeignBillView.of(
                        filing,
                        elsewhere.patient(filing),
                        elsewhere.tail(filing),
                        form.beside(filing),
                        fault,
                        visit.frame()));
    }
}
