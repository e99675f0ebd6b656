package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.web.Pages;

import java.time.Clock;

/**
 * All pages of this package, with what they stand on.
 *
 * @param days which days are worked
 */
public record CitizenPages(ClaimDesk desk, Bills bills, WorkingDays days, Clock clock) {

    public void addTo(Pages pages) {
        MyClaims mine = new MyClaims(desk.claims());
        ClaimParts parts = new ClaimParts(desk, days, clock);
        new ClaimPages(mine, parts).addTo(pages);
        new WishPages(desk, mine).addTo(pages);
        new SheetPages(desk, mine, bills).addTo(pages);
        new ReceiptPages(desk, mine).addTo(pages);
    }
}
