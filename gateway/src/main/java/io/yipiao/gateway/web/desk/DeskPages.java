package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.Claims;
import io.yipiao.gateway.claim.Elsewhere;
import io.yipiao.gateway.inquiry.Answer;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;

import java.util.List;
import java.util.Optional;

/** The desk: the queue, and the box that is always ready for whatever a scanner sends. */
final class DeskPages {
    private final Queue queue;
    private final Claims claims;
    private final Elsewhere elsewhere;
    private final Bills bills;
    private final Inquiry inquiry;
    private final BillFiles files;

    DeskPages(Queue queue, ClaimDesk desk, Bills bills, Inquiry inquiry, BillFiles files) {
        this.queue = queue;
        this.claims = desk.claims();
        this.elsewhere = desk.elsewhere();
        this.bills = bills;
        this.inquiry = inquiry;
        this.files = files;
    }

    void addTo(Pages pages) {
        pages.on(Page.DESK, visit -> page(200, visit, "", List.of()))
                .on(Page.DESK_SCAN, this::scan);
    }

    private Reply scan(Visit visit) {
        String typed = visit.form().raw("scan");
        return switch (Scanned.read(typed)) {
            case Scanned.Nothing none -> fault(visit, visit.say("desk.scan.empty"));
            case Scanned.Unknown unknown -> fault(visit, visit.say("desk.scan.none"));
            case Scanned.Code(String text) -> code(visit, text);
            case Scanned.Claim(ClaimNumber number)
                    when elsewhere.one(number, Optional.empty()).isPresent() ->
                    Reply.moved("/desk/elsewhere/" + number);
            case Scanned.Claim(ClaimNumber number) ->
                    claims.one(number, Optional.empty()).isPresent()
                            ? Reply.moved("/desk/claims/" + number)
                            : fault(visit, visit.say("desk.scan.none"));
            case Scanned.Identity(List<BillId> ids) ->
                    choose(
                            visit,
                            ids.stream().flatMap(id -> bills.byIdentity(id).stream()).toList());
            case Scanned.BareNumber(String digits) -> choose(visit, bills.byNumber(digits));
        };
    }

    /** What is stored has a page of its own, without the code's text in its path. */
    private Reply code(Visit visit, String text) {
        Answer answer = inquiry.ofText(text, visit.reader());
        return answer.bill()
                .map(bill -> Reply.moved("/desk/bills/" + bill.id()))
                .orElseGet(() -> Reply.page("deskbill.jte", files.view(visit, answer, "")));
    }

    /** Two contents of one identity are shown together; bills of other codes are to choose from. */
    private Reply choose(Visit visit, List<StoredBill> found) {
        if (found.isEmpty()) {
            return fault(visit, visit.say("desk.scan.none"));
        }
        if (found.stream().map(bill -> bill.bill().id()).distinct().count() == 1) {
            return Reply.moved("/desk/bills/" + found.getFirst().id());
        }
        return page(200, visit, "", found);
    }

    private Reply fault(Visit visit, String sentence) {
        return page(422, visit, sentence, List.of());
    }

    private Reply page(int status, Visit visit, String fault, List<StoredBill> found) {
        List<DeskView.Found> choices = found.stream().map(bill -> found(visit, bill)).toList();
        return Reply.page(
                status,
                "desk.jte",
                new DeskView(
                        queue.rows(visit),
                        fault.isEmpty() ? "" : visit.form().text("scan"),
                        fault,
                        choices,
                        elsewhere.count(),
                        queue.next(visit, Optional.empty())
                                .map(number -> "/desk/claims/" + number)
                                .orElse("")));
    }

    private static DeskView.Found found(Visit visit, StoredBill stored) {
        Bill bill = stored.bill();
        return new DeskView.Found(
                stored.id().toString(),
                bill.id().toString(),
                bill.issuer().name(),
                visit.frame().yuan(bill.total()),
                bill.issueDate().toString());
    }
}
