package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.WalkIn;
import io.yipiao.gateway.claim.Window;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.citizen.Headline;
import io.yipiao.gateway.web.citizen.SheetPages;
import io.yipiao.gateway.web.citizen.SheetView;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the window prints for somebody: what was taken in (受理回执), and how it ended (报销结算单). */
public final class WindowPapers {
    private final Window window;
    private final ClaimDesk desk;
    private final Bills bills;
    private final WorkingDays days;
    private final Clock clock;

    public WindowPapers(Window window, ClaimDesk desk, Bills bills, WorkingDays days, Clock clock) {
        this.window = window;
        this.desk = desk;
        this.bills = bills;
        this.days = days;
        this.clock = clock;
    }

    public void addTo(Pages pages) {
        pages.on(Page.WINDOW_RECEIPT, this::receipt).on(Page.WINDOW_SHEET, this::sheet);
    }

    /**
     * A claim on the receipt.
     *
     * @param due by when it is paid; empty while its clock stands still
     * @param sheet where its sheet is; empty until it is decided
     */
    public record Filed(
            String number,
            String bill,
            String claimed,
            String at,
            String due,
            String state,
            String sheet) {}

    /**
     * The receipt.
     *
     * @param total what was claimed in all
     */
    public record ReceiptView(
            UUID visit, String person, List<Filed> claims, String total, String time) {
        public ReceiptView {
            claims = List.copyOf(claims);
        }
    }

    /** The sheet of one claim. */
    public record SettlementView(String person, SheetView sheet, String state, String time) {}

    private Reply receipt(Visit visit) throws NoPageException {
        UUID id = Asked.id(visit);
        int issuer = visit.principal().issuer();
        WalkIn person = window.visitor(id, issuer).orElseThrow(NoPageException::new);
        List<ClaimView> claims = window.filed(person, issuer);
        if (claims.isEmpty()) {
            throw new NoPageException();
        }
        Fen total = claims.stream().map(ClaimView::claimable).reduce(Fen.ZERO, Fen::plus);
        return Reply.page(
                "windowreceipt.jte",
                new ReceiptView(
                        id,
                        person.name(),
                        claims.stream().map(claim -> filed(claim, visit.frame())).toList(),
                        visit.frame().yuan(total),
                        now(visit)));
    }

    private Filed filed(ClaimView claim, Frame frame) {
        return new Filed(
                claim.number().text(),
                claim.identity().number(),
                frame.yuan(claim.claimable()),
                frame.minute(claim.receivedAt()),
                desk.clocks().of(claim).deadline(days).due().map(frame::day).orElse(""),
                Headline.word(claim.state(), frame),
                SheetPages.isDecided(claim)
                        ? "/hospital/window/claims/" + claim.number().text()
                        : "");
    }

    private Reply sheet(Visit visit) throws NoPageException {
        int issuer = visit.principal().issuer();
        ClaimView claim = claim(visit, issuer);
        Bill bill = bills.byId(claim.bill(), issuer).orElseThrow(NoPageException::new).bill();
        if (!SheetPages.isDecided(claim)) {
            throw new NoPageException();
        }
        SheetView sheet =
                SheetView.of(
                        claim,
                        bill,
                        desk.claims().sheet(claim.number(), Optional.empty()),
                        desk.claims().findings(claim.number(), Optional.empty()),
                        visit.frame());
        return Reply.page(
                "settlement.jte",
                new SettlementView(
                        bill.patient().name(),
                        sheet,
                        Headline.word(claim.state(), visit.frame()),
                        now(visit)));
    }

    private ClaimView claim(Visit visit, int issuer) throws NoPageException {
        try {
            return window.claim(ClaimNumber.of(visit.call().path("no")), issuer)
                    .orElseThrow(NoPageException::new);
        } catch (FieldException e) {
            throw new NoPageException();
        }
    }

    private String now(Visit visit) {
        return visit.frame().minute(clock.instant());
    }
}
