package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.OwnBills;
import io.yipiao.gateway.intake.Paper;
import io.yipiao.gateway.intake.Papers;
import io.yipiao.gateway.intake.RefusedUploadException;
import io.yipiao.gateway.intake.RelatedBills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.issuer.DrawnNumbers;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.gateway.web.FieldWords;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.LineRow;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a bill back (冲红): which lines are refunded, the red bill and the new one to check, then
 * both are issued together, once however often the form is sent. A hospital that holds its key gets
 * them as a file to seal.
 */
public final class RedPages {
    private final Bills bills;
    private final Papers papers;
    private final RelatedBills related;
    private final OwnBills own;
    private final LedgerView view;
    private final NumberField numbers;
    private final Clock clock;

    public RedPages(
            Bills bills,
            Papers papers,
            RelatedBills related,
            OwnBills own,
            LedgerView view,
            DrawnNumbers drawn,
            Clock clock) {
        this.bills = bills;
        this.papers = papers;
        this.related = related;
        this.own = own;
        this.view = view;
        this.numbers = new NumberField(related, drawn);
        this.clock = clock;
    }

    public void addTo(Pages pages) {
        pages.on(Page.RED, this::ask).on(Page.RED_BILL, this::take);
    }

    private Reply ask(Visit visit) throws NoPageException {
        StoredBill bill = bill(visit);
        return page(200, visit, bill, RedForm.empty(bill.bill(), visit, clock), List.of(), "");
    }

    private Reply take(Visit visit) throws NoPageException {
        StoredBill bill = bill(visit);
        boolean last = visit.form().text("step").equals("issue");
        if (last && isRepeat(visit, bill)) {
            return done(bill);
        }
        RedForm form = RedForm.sent(bill.bill(), visit, numbers, clock);
        Obstacle obstacle = obstacle(visit, bill);
        if (form.isWrong() || !obstacle.sentence().isEmpty()) {
            return page(422, visit, bill, form, List.of(), "");
        }
        try {
            List<Bill> issued = form.bills();
            return switch (visit.form().text("step")) {
                case "issue" -> issue(visit, bill, form, issued);
                case "file" -> file(form, issued);
                default -> page(200, visit, bill, form, issued, "");
            };
        } catch (FieldException e) {
            return page(422, visit, bill, form, List.of(), fault(e, visit.frame()));
        }
    }

    private Reply issue(Visit visit, StoredBill bill, RedForm form, List<Bill> issued) {
        if (!related.begin(bill.id(), form.key())) {
            return page(422, visit, bill, form, List.of(), visit.say("hospital.red.under-way"));
        }
        try {
            own.issue(bill.issuer(), form.key(), issued);
            return done(bill);
        } catch (RefusedUploadException e) {
            return page(422, visit, bill, form, issued, UploadFault.of(visit, e));
        }
    }

    private static Reply done(StoredBill bill) {
        return Reply.done("/hospital/bills/" + bill.id(), "hospital-reversed");
    }

    /** Whether the red bill that this form asks for is there already. */
    private boolean isRepeat(Visit visit, StoredBill bill) {
        String number = visit.form().code("red");
        return related.of(bill.bill().id(), bill.issuer(), Relation.Kind.REVERSES).stream()
                .flatMap(id -> bills.byId(id).stream())
                .anyMatch(red -> red.bill().id().number().equals(number));
    }

    private static Reply file(RedForm form, List<Bill> issued) {
        String name = "red-" + form.original().id().number() + ".ndjson";
        return Reply.sent(
                Answer.of(200, "application/x-ndjson", OwnBills.file(issued))
                        .with("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }

    private record Obstacle(String sentence, String paper) {}

    private Obstacle obstacle(Visit visit, StoredBill bill) {
        Optional<Paper> out = papers.of(bill).stream().filter(Paper::isOut).findFirst();
        if (isReversed(bill)) {
            return new Obstacle(visit.say("hospital.red.already"), "");
        }
        boolean red =
                bill.bill().relation().stream()
                        .anyMatch(relation -> relation.kind() == Relation.Kind.REVERSES);
        if (red) {
            return new Obstacle(visit.say("hospital.red.is-red"), "");
        }
        return out.map(paper ->
                        new Obstacle(
                                visit.say(
                                        "hospital.red.on-paper",
                                        paper.id().code() + " " + paper.id().number()),
                                "/hospital/bills/" + bill.id() + "/exchange"))
                .orElse(new Obstacle("", ""));
    }

    private boolean isReversed(StoredBill bill) {
        return !related.of(bill.bill().id(), bill.issuer(), Relation.Kind.REVERSES).isEmpty()
                || bill.index()
                        .flatMap(view::electronic)
                        .filter(ProjectedBill::isReversed)
                        .isPresent();
    }

    private Reply page(
            int status,
            Visit visit,
            StoredBill bill,
            RedForm form,
            List<Bill> issued,
            String fault) {
        Obstacle obstacle = obstacle(visit, bill);
        List<RedView.Draft> drafts = new ArrayList<>();
        for (Bill draft : issued) {
            drafts.add(draft(draft, drafts.isEmpty() ? "red" : "new", visit.frame()));
        }
        return Reply.page(
                status,
                "red.jte",
                new RedView(
                        bill.id(),
                        bill.bill().id().code() + " " + bill.bill().id().number(),
                        visit.frame().yuan(bill.bill().total()),
                        obstacle.sentence(),
                        obstacle.paper(),
                        fault,
                        LineRow.of(bill.bill()),
                        form.lines(),
                        form.fields(),
                        drafts,
                        form.at().toString(),
                        form.key(),
                        own.sealsFor(bill.issuer())));
    }

    private static RedView.Draft draft(Bill bill, String kind, Frame frame) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(frame.say("check.number"), bill.id().code() + " " + bill.id().number()));
        bill.checkCode().ifPresent(code -> rows.add(Row.of(frame.say("check.check"), code)));
        rows.add(Row.of(frame.say("check.total"), frame.yuan(bill.total())));
        rows.add(Row.of(frame.say("hospital.red.claimable"), frame.yuan(bill.claimable())));
        return new RedView.Draft(kind, rows, kind.equals("red") ? List.of() : LineRow.of(bill));
    }

    private static String fault(FieldException fault, Frame frame) {
        return frame.say(
                "hospital.red.fault",
                FieldWords.of(fault.field(), frame),
                FaultWords.expected(fault.expected(), frame),
                FaultWords.expected(fault.found(), frame));
    }

    /** A paper is taken back as the bill that it stands for. */
    private StoredBill bill(Visit visit) throws NoPageException {
        StoredBill asked =
                bills.byId(Asked.id(visit), visit.principal().issuer())
                        .orElseThrow(NoPageException::new);
        return papers.electronic(asked).orElse(asked);
    }
}
