package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Decided;
import io.yipiao.gateway.claim.Verdict;
import io.yipiao.gateway.journal.Log;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A case: read, decide, confirm; whatever goes wrong, what the clerk typed is still there. */
final class CasePages {
    private static final Log LOG = Log.of(CasePages.class);

    private final ClaimDesk desk;
    private final CaseFiles files;
    private final Queue queue;
    private final KeptRulings kept;

    CasePages(ClaimDesk desk, CaseFiles files, Queue queue, KeptRulings kept) {
        this.kept = kept;
        this.desk = desk;
        this.files = files;
        this.queue = queue;
    }

    void addTo(Pages pages) {
        pages.on(Page.DESK_CASE, this::show)
                .on(Page.AUDIT_CASE, this::show)
                .on(Page.SHOW_DIAGNOSES, this::diagnoses)
                .on(Page.CONFIRMING, visit -> Reply.moved("/desk/claims/" + claim(visit).number()))
                .on(Page.CONFIRM_RULING, this::confirm)
                .on(Page.DECIDE_CASE, this::decide);
    }

    private Reply show(Visit visit) throws NoPageException {
        ClaimView claim = claim(visit);
        String path = "/desk/claims/" + claim.number();
        RulingForm form =
                kept.of(visit, path)
                        .map(typed -> typed.late().seeing(claim.fund()))
                        .orElseGet(() -> RulingForm.blank(claim.fund()));
        return page(200, visit, claim, form);
    }

    /** Diagnoses are opened on purpose, and the journal says by which account. */
    private Reply diagnoses(Visit visit) throws NoPageException {
        ClaimView claim = claim(visit);
        LOG.info("diagnoses shown", "claim", claim.number(), "account", visit.principal().token());
        RulingForm form = RulingForm.blank(claim.fund());
        return Reply.page("case.jte", files.view(visit, claim, form, true));
    }

    private Reply confirm(Visit visit) throws NoPageException {
        ClaimView claim = claim(visit);
        RulingForm form = RulingForm.read(visit);
        kept.forget(visit);
        if (!visit.form().text("edit").isEmpty()) {
            return page(200, visit, claim, form.withFaults(List.of()).seeing(claim.fund()));
        }
        if (!claim.state().waitsForDecision()) {
            var events = desk.claims().history(claim.number(), Optional.empty());
            String race = CaseHistory.race(CaseHistory.latest(events), visit.frame());
            return fault(visit, form, "ruling", race);
        }
        if (!form.faults().isEmpty()) {
            return page(422, visit, claim, form);
        }
        return form.seenAmount().equals(claim.fund())
                ? asked(visit, claim, form)
                : changed(visit, form);
    }

    private Reply asked(Visit visit, ClaimView claim, RulingForm form) throws NoPageException {
        Verdict verdict = form.verdict();
        Optional<Fen> fund = claim.fund();
        if (verdict == Verdict.PART) {
            fund = desk.decisions().preview(claim.number(), form.lines()).map(Sheet::fund);
        }
        String kind = fund.filter(Fen::isZero).isPresent() ? "NOTHING" : verdict.name();
        boolean pays = verdict == Verdict.APPROVE || verdict == Verdict.PART;
        kind = pays && files.needsTwo(claim) ? "PASS" : kind;
        String name = files.bill(claim).patient().name();
        String amount = fund.map(visit.frame()::yuan).orElse("");
        return Reply.page(
                "confirm.jte",
                new ConfirmView(
                        visit.say("desk.confirm." + kind, amount, name),
                        visit.say("desk.confirm.button." + kind),
                        verdict == Verdict.REFUSE ? "stop" : "primary",
                        form.lines().stream()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")),
                        fund.equals(claim.fund())
                                ? ""
                                : claim.fund().map(visit.frame()::yuan).orElse(""),
                        form.seeing(fund),
                        "/desk/claims/" + claim.number()));
    }

    private Reply decide(Visit visit) throws NoPageException {
        ClaimView claim = claim(visit);
        RulingForm form = RulingForm.read(visit);
        if (!form.faults().isEmpty()) {
            return page(422, visit, claim, form.seeing(claim.fund()));
        }
        Clerk clerk = new Clerk(visit.person(), visit.frame().name(), visit.is(Role.SUPERVISOR));
        Decided decided =
                desk.decisions().decide(clerk, claim.number(), form.asRuling(), form.seenAmount());
        return switch (decided) {
            case Decided.Done done -> done(visit, done.claim());
            case Decided.Unknown none -> throw new NoPageException();
            case Decided.OwnClaim own -> fault(visit, form, "ruling", visit.say("desk.own"));
            case Decided.TakenIn mine -> fault(visit, form, "ruling", visit.say("desk.taken-in"));
            case Decided.NotWaiting other ->
                    fault(visit, form, "ruling", CaseHistory.race(other.by(), visit.frame()));
            case Decided.ForSupervisor other ->
                    fault(visit, form, "ruling", visit.say("desk.other-supervisor"));
            case Decided.NoSuchLine none ->
                    fault(visit, form, "lines", visit.say("desk.lines.unknown", none.lines()));
            case Decided.SheetChanged changed -> changed(visit, form);
        };
    }

    /** On to the next case, which says what became of this one. */
    private Reply done(Visit visit, ClaimView claim) {
        String said =
                switch (claim.state()) {
                    case STAMPED, PROVED -> "stamped";
                    case SUPPLEMENT -> "asked";
                    case SECOND_REVIEW -> "escalated";
                    case REFUSED, RELEASING -> "refused";
                    default -> "stamping";
                };
        return Reply.done(
                queue.next(visit, Optional.of(claim.number()))
                        .map(number -> "/desk/claims/" + number)
                        .orElse("/desk"),
                said);
    }

    /** The new sheet is shown first; what the clerk chose waits below it. */
    private Reply changed(Visit visit, RulingForm form) throws NoPageException {
        ClaimView now = claim(visit);
        String sentence =
                visit.say(
                        "desk.changed",
                        form.seenAmount().map(visit.frame()::yuan).orElse("—"),
                        now.fund().map(visit.frame()::yuan).orElse("—"));
        return fault(visit, form, "sheet", sentence);
    }

    private Reply fault(Visit visit, RulingForm form, String field, String sentence)
            throws NoPageException {
        ClaimView now = claim(visit);
        return page(
                422,
                visit,
                now,
                form.withFaults(List.of(RulingForm.fault(visit, field, sentence)))
                        .seeing(now.fund()));
    }

    private Reply page(int status, Visit visit, ClaimView claim, RulingForm form) {
        return Reply.page(status, "case.jte", files.view(visit, claim, form, false));
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
