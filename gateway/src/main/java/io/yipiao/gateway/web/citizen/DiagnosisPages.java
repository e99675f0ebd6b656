package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.inquiry.Diagnoses;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.util.List;
import java.util.UUID;

/**
 * The diagnoses on a bill, which no other page shows. They open by a form, never by a link that a
 * program may follow ahead, and each opening is noted.
 */
public final class DiagnosisPages {
    private final Bills bills;
    private final Offers offers;
    private final Diagnoses diagnoses;

    DiagnosisPages(Bills bills, Offers offers, Diagnoses diagnoses) {
        this.bills = bills;
        this.offers = offers;
        this.diagnoses = diagnoses;
    }

    void addTo(Pages pages) {
        pages.on(Page.SEE_DIAGNOSES, this::open);
    }

    /** What the page shows. */
    public record Opened(String number, List<String> diagnoses) {
        public Opened {
            diagnoses = List.copyOf(diagnoses);
        }
    }

    private Reply open(Visit visit) throws NoPageException {
        UUID id;
        try {
            id = UUID.fromString(visit.call().path("id"));
        } catch (IllegalArgumentException e) {
            throw new NoPageException();
        }
        StoredBill bill =
                bills.byId(id)
                        .filter(found -> offers.concerns(visit, found))
                        .orElseThrow(NoPageException::new);
        List<String> texts = diagnoses.open(visit.principal().token(), bill);
        return Reply.page("diagnoses.jte", new Opened(bill.bill().id().number(), texts));
    }
}
