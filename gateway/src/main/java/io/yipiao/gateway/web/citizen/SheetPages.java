package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Reason;
import io.yipiao.gateway.claim.Settlement;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** How a claim's amount was worked out, once it was decided. */
public final class SheetPages {
    private final ClaimDesk desk;
    private final MyClaims mine;
    private final Bills bills;
    private final Clock clock;

    SheetPages(ClaimDesk desk, MyClaims mine, Bills bills, Clock clock) {
        this.desk = desk;
        this.mine = mine;
        this.bills = bills;
        this.clock = clock;
    }

    void addTo(Pages pages) {
        pages.on(Page.SHEET, this::show);
    }

    /**
     * A sheet as its reader sees it.
     *
     * @param off by what its payment is less, as it pays off what is wanted back of others
     * @param pays what is paid then
     * @param time when, as its print says
     */
    public record Shown(SheetView sheet, List<Row> off, String pays, String time) {
        public Shown {
            off = List.copyOf(off);
        }
    }

    private Reply show(Visit visit) throws NoPageException {
        ClaimView claim = mine.readable(visit, "no");
        Bill bill = bills.byId(claim.bill()).orElseThrow(NoPageException::new).bill();
        Optional<Sheet> sheet =
                isDecided(claim)
                        ? desk.claims().sheet(claim.number(), Optional.empty())
                        : Optional.empty();
        List<Finding> findings = desk.claims().findings(claim.number(), Optional.empty());
        Frame frame = visit.frame();
        List<Settlement> off = desk.recoveries().against(claim.number());
        Fen pays = off.stream().map(Settlement::fen).reduce(claim.stamped(), SheetPages::less);
        return Reply.page(
                "sheet.jte",
                new Shown(
                        SheetView.of(claim, bill, sheet, findings, frame),
                        off.stream()
                                .map(one ->
                                        Row.of(
                                                frame.say("recovery.off", one.claim()),
                                                "−" + frame.yuan(one.fen())))
                                .toList(),
                        frame.yuan(pays),
                        frame.minute(clock.instant())));
    }

    /** A stamp that was taken back since pays nothing. */
    private static Fen less(Fen stamped, Fen off) {
        return stamped.minus(off.atMost(stamped));
    }

    /** Whether a claim has come so far that its sheet may be shown. */
    public static boolean isDecided(ClaimView claim) {
        return claim.state() == ClaimState.APPROVED
                || claim.state().isPastStamp()
                || claim.reason().filter(Reason.NOTHING_PAYABLE::equals).isPresent();
    }
}
