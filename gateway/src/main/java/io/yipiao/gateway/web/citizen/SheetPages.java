package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Reason;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Bill;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a claim's amount was worked out, once it was decided. */
public final class SheetPages {
    private static final Set<ClaimState> DECIDED =
            EnumSet.of(
                    ClaimState.APPROVED,
                    ClaimState.STAMPED,
                    ClaimState.PROVED,
                    ClaimState.RECOVERING);

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
     * @param time when, as its print says
     */
    public record Shown(SheetView sheet, String time) {}

    private Reply show(Visit visit) throws NoPageException {
        ClaimView claim = mine.readable(visit, "no");
        Bill bill = bills.byId(claim.bill()).orElseThrow(NoPageException::new).bill();
        Optional<Sheet> sheet =
                isDecided(claim)
                        ? desk.claims().sheet(claim.number(), Optional.empty())
                        : Optional.empty();
        List<Finding> findings = desk.claims().findings(claim.number(), Optional.empty());
        return Reply.page(
                "sheet.jte",
                new Shown(
                        SheetView.of(claim, bill, sheet, findings, visit.frame()),
                        visit.frame().minute(clock.instant())));
    }

    /** Whether a claim has come so far that its sheet may be shown. */
    public static boolean isDecided(ClaimView claim) {
        return DECIDED.contains(claim.state())
                || claim.reason().filter(Reason.NOTHING_PAYABLE::equals).isPresent();
    }
}
