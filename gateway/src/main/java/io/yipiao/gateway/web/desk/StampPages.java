package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Corrected;
import io.yipiao.gateway.claim.CorrectionOrder;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Supervisors' corrections of a stamp: taken back (入账撤销), or raised after an appeal (申诉改判), when
 * the new amount is shown before it counts.
 */
final class StampPages {
    private final ClaimDesk desk;

    StampPages(ClaimDesk desk) {
        this.desk = desk;
    }

    void addTo(Pages pages) {
        pages.on(Page.STAMP, this::show).on(Page.CORRECT_STAMP, this::correct);
    }

    private Reply show(Visit visit) throws NoPageException {
        ClaimView claim = claim(visit);
        Set<Integer> lines =
                findings(claim).stream().map(Finding::line).collect(Collectors.toSet());
        return page(200, visit, claim, StampForm.blank(lines));
    }

    private Reply correct(Visit visit) throws NoPageException {
        ClaimView claim = claim(visit);
        StampForm form = StampForm.read(visit);
        if (!form.faults().isEmpty()) {
            return page(422, visit, claim, form);
        }
        if (form.isAmending() && form.seenAmount().isEmpty()) {
            return preview(visit, claim, form);
        }
        Clerk clerk = new Clerk(visit.person(), visit.frame().name(), visit.is(Role.SUPERVISOR));
        CorrectionOrder order = new CorrectionOrder(clerk, form.reason(), form.key());
        Corrected corrected =
                form.isAmending()
                        ? desk.corrections()
                                .amend(order, claim.number(), form.lines(), form.seenAmount())
                        : desk.corrections()
                                .revoke(order, claim.number(), form.fen().orElseThrow());
        return answer(visit, form, corrected);
    }

    private Reply answer(Visit visit, StampForm form, Corrected corrected) throws NoPageException {
        String field = form.isAmending() ? "why" : "amount";
        return switch (corrected) {
            case Corrected.Done done ->
                    Reply.done(
                            "/desk/claims/" + done.claim().number(),
                            form.isAmending() ? "amended" : "revoked");
            case Corrected.Unknown unknown -> throw new NoPageException();
            case Corrected.OwnClaim own -> fault(visit, form, field, visit.say("stamp.own"));
            case Corrected.ForAnother other ->
                    fault(visit, form, field, visit.say("stamp.another"));
            case Corrected.NotStamped not -> fault(visit, form, field, visit.say("stamp.none"));
            case Corrected.WrongAmount wrong ->
                    fault(
                            visit,
                            form,
                            field,
                            visit.say(
                                    form.isAmending() ? "stamp.not-higher" : "stamp.too-much",
                                    visit.frame().yuan(wrong.stamped()),
                                    visit.frame().yuan(wrong.asked())));
            case Corrected.SheetChanged changed ->
                    fault(
                            visit,
                            form.seeing(changed.now()),
                            field,
                            visit.say("stamp.changed", visit.frame().yuan(changed.now())));
        };
    }

    private Reply preview(Visit visit, ClaimView claim, StampForm form) throws NoPageException {
        Optional<Fen> raised = desk.corrections().preview(claim.number(), form.lines());
        if (raised.isEmpty()) {
            return fault(visit, form, "why", visit.say("stamp.none"));
        }
        Fen stamped = claim.stamped();
        return raised.get().compareTo(stamped) > 0
                ? page(200, visit, claim, form.seeing(raised.get()))
                : fault(
                        visit,
                        form,
                        "why",
                        visit.say(
                                "stamp.not-higher",
                                visit.frame().yuan(stamped),
                                visit.frame().yuan(raised.get())));
    }

    private Reply fault(Visit visit, StampForm form, String field, String sentence)
            throws NoPageException {
        Field wrong = Field.text(field, "").wrong(sentence);
        return page(422, visit, claim(visit), form.withFaults(List.of(wrong)));
    }

    private Reply page(int status, Visit visit, ClaimView claim, StampForm form) {
        Frame frame = visit.frame();
        return Reply.page(
                status,
                "stamp.jte",
                new StampView(
                        claim.number().text(),
                        CaseHistory.words(claim.state(), frame),
                        claim.stamped().isZero() ? "" : frame.yuan(claim.stamped()),
                        findings(claim).stream()
                                .map(one ->
                                        new StampView.Disallowed(
                                                one.line(),
                                                frame.yuan(one.amount()) + " " + one.words()))
                                .toList(),
                        form.seenAmount().map(frame::yuan).orElse(""),
                        claim.state() == ClaimState.PROVED,
                        List.of(
                                with(
                                        form,
                                        Field.text("amount", visit.say("stamp.revoke.amount"))
                                                .filledBy("off", "decimal")
                                                .filled(form.amount())),
                                with(
                                        form,
                                        Field.text("reason", visit.say("stamp.reason"))
                                                .filled(form.isAmending() ? "" : form.reason()))),
                        with(
                                form,
                                Field.text("why", visit.say("stamp.reason"))
                                        .filled(form.isAmending() ? form.reason() : "")),
                        form));
    }

    private static Field with(StampForm form, Field field) {
        return form.faults().stream()
                .filter(wrong -> wrong.name().equals(field.name()))
                .findFirst()
                .flatMap(Field::error)
                .map(field::wrong)
                .orElse(field);
    }

    private List<Finding> findings(ClaimView claim) {
        return desk.claims().findings(claim.number(), Optional.empty());
    }

    private ClaimView claim(Visit visit) throws NoPageException {
        try {
            return desk.claims()
                    .one(ClaimNumber.of(visit.call().path("no")), Optional.empty())
                    .orElseThrow(NoPageException::new);
        } catch (FieldException e) {
            throw new NoPageException();
        }
    }
}
