package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.BillStanding;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedBatch;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.qr.QrSymbol;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One bill for the hospital that issued it: its slip to print, and where it stands. */
public final class BillPage {
    private final Bills bills;
    private final BillQr codes;
    private final LedgerView view;
    private final Clock clock;

    public BillPage(Bills bills, BillQr codes, LedgerView view, Clock clock) {
        this.bills = bills;
        this.codes = codes;
        this.view = view;
        this.clock = clock;
    }

    public void addTo(Pages pages) {
        pages.on(Page.HOSPITAL_BILL, this::show).on(Page.BILL_CODE, this::code);
    }

    /**
     * What the page shows.
     *
     * @param state the key of its word
     * @param anchor where it stands on the ledger; empty until it does
     * @param refusal why the ledger refused it; empty if it did not
     */
    public record BillView(
            Face face, String state, String tone, List<Row> anchor, String refusal, String time) {
        public BillView {
            anchor = List.copyOf(anchor);
        }
    }

    private Reply show(Visit visit) throws NoPageException {
        StoredBill bill = bill(visit);
        BillStanding standing = bills.standing(bill.id());
        Optional<ProjectedBatch> batch = view.batch(bill.issuer(), bill.batchRoot());
        String state = state(bill, standing, batch);
        return Reply.page(
                "hospitalbill.jte",
                new BillView(
                        Face.of(bill, visit.frame()),
                        state,
                        switch (state) {
                            case "anchored" -> "good";
                            case "waiting" -> "wait";
                            default -> "stop";
                        },
                        batch.map(known -> rows(known, visit.frame())).orElse(List.of()),
                        standing.refusal().orElse(""),
                        visit.frame().minute(clock.instant())));
    }

    private String state(StoredBill bill, BillStanding standing, Optional<ProjectedBatch> batch) {
        Optional<ProjectedBill> opened = bill.index().flatMap(view::electronic);
        if (opened.filter(b -> b.state() == ProjectedBill.State.CONFLICT).isPresent()) {
            return "conflict";
        }
        if (opened.filter(known -> known.isReversed(bill.opening().core())).isPresent()) {
            return "reversed";
        }
        if (batch.isPresent()) {
            return "anchored";
        }
        return standing.state() == BillStanding.State.REFUSED ? "refused" : "waiting";
    }

    private static List<Row> rows(ProjectedBatch batch, Frame frame) {
        return List.of(
                Row.of(frame.say("hospital.anchor.at"), frame.second(batch.at())),
                Row.of(frame.say("hospital.anchor.block"), Long.toString(batch.block())),
                Row.of(frame.say("hospital.anchor.transaction"), batch.transaction().hex()));
    }

    private Reply code(Visit visit) throws NoPageException {
        byte[] picture = QrSymbol.of(codes.text(bill(visit))).svg();
        return Reply.sent(Answer.of(200, "image/svg+xml", picture));
    }

    private StoredBill bill(Visit visit) throws NoPageException {
        return bills.byId(Asked.id(visit), visit.principal().issuer())
                .orElseThrow(NoPageException::new);
    }
}
