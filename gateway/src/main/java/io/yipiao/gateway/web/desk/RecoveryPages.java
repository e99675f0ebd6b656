package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Recovery;
import io.yipiao.gateway.claim.Settled;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;

import java.util.List;

/** What is wanted back (追款): the list, and closing one. */
final class RecoveryPages {
    private final ClaimDesk desk;
    private final RecoveryFiles files;

    RecoveryPages(ClaimDesk desk, RecoveryFiles files) {
        this.desk = desk;
        this.files = files;
    }

    void addTo(Pages pages) {
        pages.on(
                        Page.RECOVERIES,
                        visit -> Reply.page("recoveries.jte", files.entries(visit.frame())))
                .on(Page.RECOVERY, this::show)
                .on(Page.CLOSE_RECOVERY, this::close);
    }

    private Reply show(Visit visit) throws NoPageException {
        Recovery one = recovery(visit);
        return page(200, visit, one, RecoveryForm.blank(one.open()));
    }

    private Reply close(Visit visit) throws NoPageException {
        Recovery one = recovery(visit);
        RecoveryForm form = RecoveryForm.read(visit);
        if (!form.faults().isEmpty()) {
            return page(422, visit, one, form);
        }
        Clerk clerk = new Clerk(visit.person(), visit.frame().name(), visit.is(Role.SUPERVISOR));
        return switch (desk.recoveries().settle(clerk, one.claim(), form.closing(), form.key())) {
            case Settled.Done done ->
                    Reply.done(
                            "/desk/recoveries/" + one.claim(),
                            done.recovery().open().isZero() ? "settled" : "recorded");
            case Settled.Unknown unknown -> throw new NoPageException();
            case Settled.OwnClaim own -> fault(visit, form, "kind", visit.say("recovery.own"));
            case Settled.ForSupervisor no ->
                    fault(visit, form, "kind", visit.say("recovery.supervisor"));
            case Settled.OwnDecision own ->
                    fault(visit, form, "kind", visit.say("recovery.decided"));
            case Settled.NotOwed not -> fault(visit, form, "kind", visit.say("recovery.not-owed"));
            case Settled.AlreadyAsked asked ->
                    fault(visit, form, "kind", visit.say("recovery.asked"));
            case Settled.TooMuch most ->
                    fault(
                            visit,
                            form,
                            "amount",
                            visit.say("recovery.too-much", visit.frame().yuan(most.free())));
        };
    }

    private Reply fault(Visit visit, RecoveryForm form, String field, String sentence)
            throws NoPageException {
        Field wrong = Field.text(field, "").wrong(sentence);
        return page(422, visit, recovery(visit), form.withFaults(List.of(wrong)));
    }

    private Reply page(int status, Visit visit, Recovery one, RecoveryForm form) {
        return Reply.page(status, "recovery.jte", files.view(visit, one, form));
    }

    private Recovery recovery(Visit visit) throws NoPageException {
        try {
            return desk.recoveries()
                    .of(ClaimNumber.of(visit.call().path("no")))
                    .orElseThrow(NoPageException::new);
        } catch (FieldException e) {
            throw new NoPageException();
        }
    }
}
