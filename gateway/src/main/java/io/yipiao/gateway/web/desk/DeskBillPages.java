package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.ClaimService;
import io.yipiao.gateway.claim.Claimant;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Submission;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.verdict.Sentence;

import java.util.Optional;

/** A bill at the desk: its verdict, and taking in a claim on it (受理). */
final class DeskBillPages {
    private final BillFiles files;
    private final NearFiles near;
    private final ClaimService service;
    private final People people;

    DeskBillPages(BillFiles files, NearFiles near, ClaimService service, People people) {
        this.files = files;
        this.near = near;
        this.service = service;
        this.people = people;
    }

    void addTo(Pages pages) {
        pages.on(Page.DESK_BILL, visit -> shown(visit, 200, ""))
                .on(Page.AUDIT_BILL, visit -> shown(visit, 200, ""))
                .on(Page.DESK_NEAR, this::compared)
                .on(Page.AUDIT_NEAR, this::compared)
                .on(Page.DESK_ACCEPT, this::accept);
    }

    private Reply shown(Visit visit, int status, String fault) throws NoPageException {
        StoredBill bill = files.find(visit.call().path("index"));
        return Reply.page(
                status, "deskbill.jte", files.view(visit, files.answer(bill, visit), fault));
    }

    private Reply compared(Visit visit) throws NoPageException {
        StoredBill bill = files.find(visit.call().path("index"));
        return Reply.page("near.jte", near.view(bill, visit.call().path("other"), visit));
    }

    /** Takes in what its patient claims at the desk; a second press is the same claim. */
    private Reply accept(Visit visit) throws NoPageException, FieldException {
        StoredBill bill = files.find(visit.call().path("index"));
        String key = visit.form().text("key");
        if (!key.matches("[0-9a-f-]{36}")) {
            throw new FieldException("key", "what the page sent", "something else");
        }
        Party patient = bill.bill().patient();
        PersonId person = people.id(patient.idType(), patient.idNumber());
        Clerk clerk = new Clerk(visit.person(), visit.frame().name());
        Claimant claimant =
                new Claimant("desk/" + visit.person().hex(), person, Optional.of(clerk));
        return switch (service.submit(claimant, bill.id(), key)) {
            case Submission.Taken taken ->
                    Reply.done("/desk/claims/" + taken.claim().number(), "accepted");
            case Submission.NotTaken none ->
                    shown(
                            visit,
                            422,
                            visit.frame()
                                    .say(
                                            new Sentence(
                                                    none.cause().chinese(),
                                                    none.cause().english())));
        };
    }
}
