package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.screen.Screening;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.session.KeptForms;
import io.yipiao.gateway.web.Pages;

import java.time.Clock;

/**
 * All that the desk's pages work with.
 *
 * @param days which days are worked
 */
public record Desk(
        ClaimDesk claims,
        Bills bills,
        BillQr codes,
        Inquiry inquiry,
        Screening screening,
        LedgerView ledger,
        People people,
        KeptForms kept,
        WorkingDays days,
        Clock clock) {

    public void addTo(Pages pages) {
        Queue queue = new Queue(claims, days, clock);
        NearFiles near = new NearFiles(screening, bills);
        BillFiles files = new BillFiles(bills, inquiry, ledger, near, claims.claims(), queue);
        new DeskPages(queue, claims, bills, inquiry, files).addTo(pages);
        CaseFiles cases = new CaseFiles(claims, bills, files, near, queue);
        new CasePages(claims, cases, queue, new KeptRulings(kept)).addTo(pages);
        new RecoveryPages(claims, new RecoveryFiles(claims, clock)).addTo(pages);
        new StampPages(claims).addTo(pages);
        new ForeignBillPages(claims, days, clock).addTo(pages);
        new DeskBillPages(files, near, claims.service(), people).addTo(pages);
    }
}
