package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.OwnBills;
import io.yipiao.gateway.intake.Paper;
import io.yipiao.gateway.intake.Papers;
import io.yipiao.gateway.intake.Refund;
import io.yipiao.gateway.intake.RefusedUploadException;
import io.yipiao.gateway.intake.RelatedBills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.issuer.DrawnNumbers;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts a bill on paper (换开), and records that a paper came back or is void. */
public final class ExchangePages {
    private final Bills bills;
    private final Papers papers;
    private final RelatedBills related;
    private final OwnBills own;
    private final LedgerView view;
    private final NumberField numbers;
    private final Clock clock;

    public ExchangePages(
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
        pages.on(Page.EXCHANGE, this::ask)
                .on(Page.EXCHANGE_BILL, this::exchange)
                .on(Page.MOVE_PAPER, this::move);
    }

    private Reply ask(Visit visit) throws NoPageException {
        StoredBill bill = bill(visit);
        Field code = code(visit).filled(bill.bill().id().code());
        return page(200, visit, bill, List.of(code, NumberField.number("paper", visit)), "");
    }

    private Reply exchange(Visit visit) throws NoPageException {
        StoredBill bill = bill(visit);
        if (isRepeat(visit, bill)) {
            return done(bill);
        }
        Field code = code(visit).filled(visit.form().code("code"));
        if (!code.value().matches("[0-9]{8}")) {
            code = code.wrong(visit.say("hospital.exchange.code.wrong", code.value().length()));
        }
        Field number =
                numbers.numbered(
                        NumberField.number("paper", visit),
                        bill.issuer(),
                        BillId.Kind.PAPER,
                        code.value(),
                        visit);
        List<Field> fields = List.of(code, number);
        boolean wrong = fields.stream().anyMatch(field -> field.error().isPresent());
        if (wrong || !obstacle(visit, bill).isEmpty()) {
            return page(422, visit, bill, fields, "");
        }
        try {
            BillId id = BillId.of(BillId.Kind.PAPER, code.value(), number.value());
            Bill paper = new Refund(bill.bill(), at(visit)).paper(id);
            if (visit.form().text("step").equals("file")) {
                return file(paper);
            }
            own.issue(bill.issuer(), key(visit), List.of(paper));
            return done(bill);
        } catch (FieldException e) {
            return page(422, visit, bill, fields, FaultWords.expected(e.expected(), visit.frame()));
        } catch (RefusedUploadException e) {
            return page(422, visit, bill, fields, UploadFault.of(visit, e));
        }
    }

    private static Reply done(StoredBill bill) {
        return Reply.done("/hospital/bills/" + bill.id() + "/exchange", "hospital-exchanged");
    }

    private static Reply file(Bill paper) {
        String name = "paper-" + paper.id().number() + ".ndjson";
        return Reply.sent(
                Answer.of(200, "application/x-ndjson", OwnBills.file(List.of(paper)))
                        .with("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }

    private boolean isRepeat(Visit visit, StoredBill bill) {
        String face = visit.form().code("code") + visit.form().code("paper");
        return papers.of(bill).stream()
                .anyMatch(paper -> (paper.id().code() + paper.id().number()).equals(face));
    }

    private Reply move(Visit visit) throws NoPageException {
        UUID id = Asked.id(visit);
        int issuer = visit.principal().issuer();
        StoredBill paper = bills.byId(id, issuer).orElseThrow(NoPageException::new);
        if (papers.byId(id, issuer).isEmpty()) {
            throw new NoPageException();
        }
        Paper.State to =
                visit.form().text("to").equals("VOIDED")
                        ? Paper.State.VOIDED
                        : Paper.State.COLLECTED;
        StoredBill bill = papers.electronic(paper).orElse(paper);
        String back = "/hospital/bills/" + bill.id() + "/exchange";
        return papers.move(id, issuer, to, visit.principal().token().toString())
                ? Reply.done(back, "hospital-paper")
                : Reply.done(back, "hospital-paper-before");
    }

    private String obstacle(Visit visit, StoredBill bill) {
        Bill content = bill.bill();
        boolean reversed =
                !related.of(content.id(), bill.issuer(), Relation.Kind.REVERSES).isEmpty()
                        || bill.index()
                                .flatMap(view::electronic)
                                .filter(ProjectedBill::isReversed)
                                .isPresent();
        boolean red =
                content.relation().stream()
                        .anyMatch(relation -> relation.kind() == Relation.Kind.REVERSES);
        if (reversed || red) {
            return visit.say("hospital.exchange.reversed");
        }
        if (content.id().kind() != BillId.Kind.FISCAL) {
            return visit.say("hospital.exchange.kind");
        }
        return papers.of(bill).stream()
                .filter(Paper::isOut)
                .findFirst()
                .map(out -> visit.say("hospital.exchange.out", number(out.id())))
                .orElse("");
    }

    private Reply page(int status, Visit visit, StoredBill bill, List<Field> fields, String fault) {
        Frame frame = visit.frame();
        return Reply.page(
                status,
                "exchange.jte",
                new ExchangeView(
                        bill.id(),
                        List.of(
                                Row.of(frame.say("check.number"), number(bill.bill().id())),
                                Row.of(frame.say("check.total"), frame.yuan(bill.bill().total())),
                                Row.of(
                                        frame.say("hospital.exchange.lines"),
                                        Integer.toString(bill.bill().lines().size()))),
                        papers.of(bill).stream().map(paper -> row(paper, frame)).toList(),
                        obstacle(visit, bill),
                        fault,
                        fields,
                        at(visit).toString(),
                        key(visit),
                        own.sealsFor(bill.issuer())));
    }

    private static ExchangeView.PaperRow row(Paper paper, Frame frame) {
        return new ExchangeView.PaperRow(
                paper.bill(),
                number(paper.id()),
                paper.state().name(),
                paper.isOut() ? "wait" : "mute",
                paper.movedAt().map(frame::minute).orElse(""));
    }

    private static String number(BillId id) {
        return id.code() + " " + id.number();
    }

    private static Field code(Visit visit) {
        return Field.text("code", visit.say("hospital.exchange.code")).filledBy("off", "numeric");
    }

    private Instant at(Visit visit) {
        try {
            Instant at = Instant.parse(visit.form().text("at"));
            return at.isAfter(clock.instant()) ? clock.instant() : at;
        } catch (DateTimeParseException e) {
            return clock.instant();
        }
    }

    private static String key(Visit visit) {
        return Optional.of(visit.form().text("key"))
                .filter(sent -> sent.matches("[0-9a-f-]{36}"))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** A paper's page is its bill's. */
    private StoredBill bill(Visit visit) throws NoPageException {
        StoredBill asked =
                bills.byId(Asked.id(visit), visit.principal().issuer())
                        .orElseThrow(NoPageException::new);
        return papers.electronic(asked).orElse(asked);
    }
}
