package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.intake.Paper;
import io.yipiao.gateway.intake.RefusedUploadException;
import io.yipiao.gateway.intake.StoredBill;
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
    private final IssuedBills bills;
    private final Clock clock;

    public RedPages(IssuedBills bills, Clock clock) {
        this.bills = bills;
        this.clock = clock;
    }

    public void addTo(Pages pages) {
        pages.on(Page.RED, this::ask).on(Page.RED_BILL, this::take);
    }

    private Reply ask(Visit visit) throws NoPageException {
        StoredBill bill = bills.asked(visit);
        return page(200, visit, bill, RedForm.empty(bill.bill(), visit, clock), List.of(), "");
    }

    private Reply take(Visit visit) throws NoPageException {
        StoredBill bill = bills.asked(visit);
        boolean last = visit.form().text("step").equals("issue");
        if (last && isRepeat(visit, bill)) {
            return done(bill);
        }
        RedForm form = RedForm.sent(bill.bill(), visit, bills.numbers(), clock);
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
        if (!bills.related().begin(bill.id(), form.key())) {
            return page(422, visit, bill, form, List.of(), visit.say("hospital.red.under-way"));
        }
        try {
            bills.own().issue(bill.issuer(), form.key(), issued);
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
        return bills.related().of(bill.bill().id(), bill.issuer(), Relation.Kind.REVERSES).stream()
                .flatMap(id -> bills.bills().byId(id).stream())
                .anyMatch(red -> red.bill().id().number().equals(number));
    }

    private static Reply file(RedForm form, List<Bill> issued) {
        return IssuedBills.file("red-" + form.original().id().number(), issued);
    }

    private record Obstacle(String sentence, String paper) {}

    private Obstacle obstacle(Visit visit, StoredBill bill) {
        Optional<Paper> out = bills.papers().of(bill).stream().filter(Paper::isOut).findFirst();
        if (bills.isReversed(bill)) {
            return new Obstacle(visit.say("hospital.red.already"), "");
        }
        if (IssuedBills.isRed(bill)) {
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
                        bills.own().sealsFor(bill.issuer())));
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
}
