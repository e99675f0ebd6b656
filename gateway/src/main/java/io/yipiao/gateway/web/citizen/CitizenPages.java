package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.inquiry.Diagnoses;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.session.Accounts;
import io.yipiao.gateway.session.Sessions;
import io.yipiao.gateway.tell.Contacts;
import io.yipiao.gateway.tell.DevelopmentInbox;
import io.yipiao.gateway.tell.Messages;
import io.yipiao.gateway.web.Pages;

import java.time.Clock;

/**
 * All pages of this package, with what they stand on.
 *
 * @param days which days are worked
 * @param inbox text messages of the demonstration
 */
public record CitizenPages(
        ClaimDesk desk,
        Bills bills,
        People people,
        WorkingDays days,
        Clock clock,
        Accounts accounts,
        Sessions sessions,
        Contacts contacts,
        Messages messages,
        DevelopmentInbox inbox,
        Diagnoses diagnoses) {

    public void addTo(Pages pages) {
        MyClaims mine = new MyClaims(desk.claims());
        ClaimParts parts = new ClaimParts(desk, days, clock);
        Offers offers = offers();
        new HomePage(mine, parts).addTo(pages);
        new ClaimingPages(desk, new MyBills(desk, bills, offers, mine)).addTo(pages);
        new DiagnosisPages(bills, offers, diagnoses).addTo(pages);
        FiledPages filed = new FiledPages(desk.elsewhere());
        filed.addTo(pages);
        new ElsewherePages(desk).addTo(pages);
        new ClaimPages(mine, parts, filed).addTo(pages);
        new WishPages(desk, mine, filed).addTo(pages);
        new SheetPages(desk, mine, bills, clock).addTo(pages);
        new NoticePages(desk, mine, clock).addTo(pages);
        new ReceiptPages(desk, mine, clock).addTo(pages);
        new FamilyPages(desk, people).addTo(pages);
        new MePages(desk, contacts, accounts, sessions).addTo(pages);
        new MessagePages(messages, inbox).addTo(pages);
    }

    /** What a bill's page offers to whom the bill concerns. */
    public Offers offers() {
        return new Offers(desk, people);
    }
}
