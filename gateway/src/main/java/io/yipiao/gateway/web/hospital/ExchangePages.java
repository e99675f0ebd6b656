package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.intake.Paper;
import io.yipiao.gateway.intake.Papers;
import io.yipiao.gateway.intake.Refund;
import io.yipiao.gateway.intake.RefusedUploadException;
import io.yipiao.gateway.intake.StoredBill;
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

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts a bill on paper (换开), and records that a paper came back or is void. */
public final class ExchangePages {
    private final IssuedBills bills;
    private final Papers papers;
    private final Clock clock;

    public ExchangePages(IssuedBills bills, Clock clock) {
        this.bills = bills;
        this.papers = bills.papers();
        this.clock = clock;
    }

    public void addTo(Pages pages) {
        pages.on(Page.EXCHANGE, this::ask)
                .on(Page.EXCHANGE_BILL, this::exchange)
                .on(Page.MOVE_PAPER, this::move);
    }

    private Reply ask(Visit visit) throws NoPageException {
        StoredBill bill = bills.asked(visit);
        Field code = code(visit).filled(bill.bill().id().code());
        return page(200, visit, bill, List.of(code, NumberField.number("paper", visit)), "");
    }

    private Reply exchange(Visit visit) throws NoPageException {
        StoredBill bill = bills.asked(visit);
        if (isRepeat(visit, bill)) {
            return done(bill);
        }
        Field code = code(visit).filled(visit.form().code("code"));
        if (!code.value().matches("[0-9]{8}")) {
            code = code.wrong(visit.say("hospital.exchange.code.wrong", code.value().length()));
        }
        Field number =
                bills.numbers()
                        .numbered(
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
                return IssuedBills.file("paper-" + id.number(), List.of(paper));
            }
            bills.own().issue(bill.issuer(), key(visit), List.of(paper));
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

    private boolean isRepeat(Visit visit, StoredBill bill) {
        String face = visit.form().code("code") + visit.form().code("paper");
        return papers.of(bill).stream()
                .anyMatch(paper -> (paper.id().code() + paper.id().number()).equals(face));
    }

    private Reply move(Visit visit) throws NoPageException {
        UUID id = Asked.id(visit);
        int issuer = visit.principal().issuer();
        StoredBill paper = bills.bills().byId(id, issuer).orElseThrow(NoPageException::new);
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
        if (bills.isReversed(bill) || IssuedBills.isRed(bill)) {
            return visit.say("hospital.exchange.reversed");
        }
        if (bill.bill().id().kind() != BillId.Kind.FISCAL) {
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
                        bills.own().sealsFor(bill.issuer())));
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
}
