package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.CheckedElsewhere;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.ElsewhereFiling;
import io.yipiao.gateway.claim.Supplement;
import io.yipiao.gateway.claim.Wished;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.util.List;
import java.util.Optional;

/** What a citizen may still do to his claim: take it back, answer a clerk's question. */
public final class WishPages {
    private static final int LONGEST = 2_000;

    private final ClaimDesk desk;
    private final MyClaims mine;
    private final FiledPages filed;

    WishPages(ClaimDesk desk, MyClaims mine, FiledPages filed) {
        this.desk = desk;
        this.mine = mine;
        this.filed = filed;
    }

    void addTo(Pages pages) {
        pages.on(Page.WITHDRAW, this::askToWithdraw)
                .on(Page.WITHDRAWING, this::withdraw)
                .on(Page.SUPPLEMENT, this::askToAnswer)
                .on(Page.SUPPLEMENTING, this::answer);
    }

    /**
     * One question to a citizen.
     *
     * @param path of his claim's page
     * @param tooLate what came before; empty if nothing did
     */
    public record Question(
            String path, String number, String question, List<Field> fields, String tooLate) {
        public Question {
            fields = List.copyOf(fields);
        }
    }

    private Reply askToWithdraw(Visit visit) throws NoPageException {
        return withdrawal(200, mine.named(visit, "no"), "");
    }

    private Reply withdraw(Visit visit) throws NoPageException {
        ClaimView claim = mine.named(visit, "no");
        return switch (desk.service().withdraw(visit.person(), claim.number())) {
            case Wished.Done _ -> Reply.done(path(claim.number()), "withdrawn");
            case Wished.TooLate late -> withdrawal(409, late.claim(), tooLate(late, visit));
            case Wished.Unknown _ -> throw new NoPageException();
        };
    }

    /** A bill from elsewhere is asked about in the same way as the claim that it will be. */
    private Reply askToAnswer(Visit visit) throws NoPageException {
        Optional<ElsewhereFiling> filing = filed.noClaim(visit);
        ClaimNumber number = number(visit, filing);
        boolean asked =
                filing.isPresent()
                        ? filing.get().isAsked()
                        : mine.named(visit, "no").state() == ClaimState.SUPPLEMENT;
        return asked
                ? question(200, visit, number, Optional.empty(), "")
                : Reply.moved(path(number));
    }

    private Reply answer(Visit visit) throws NoPageException {
        Optional<ElsewhereFiling> filing = filed.noClaim(visit);
        ClaimNumber number = number(visit, filing);
        String text = visit.form().text("answer");
        if (text.isEmpty() || text.length() > LONGEST) {
            String wrong = visit.say(text.isEmpty() ? "supplement.empty" : "supplement.long");
            return question(422, visit, number, Optional.of(wrong), "");
        }
        if (filing.isPresent()) {
            return answerOfFiling(visit, number, text);
        }
        return switch (desk.service().supplement(visit.person(), number, text)) {
            case Wished.Done _ -> Reply.done(path(number), "answered");
            case Wished.TooLate late ->
                    question(409, visit, number, Optional.empty(), tooLate(late, visit));
            case Wished.Unknown _ -> throw new NoPageException();
        };
    }

    private Reply answerOfFiling(Visit visit, ClaimNumber number, String text)
            throws NoPageException {
        return switch (desk.questions().answer(visit.person(), number, text)) {
            case CheckedElsewhere.Done _ -> Reply.done(path(number), "answered");
            case CheckedElsewhere.TooLate _ ->
                    question(
                            409,
                            visit,
                            number,
                            Optional.empty(),
                            visit.say("elsewhere.answer.too-late"));
            case CheckedElsewhere.OwnClaim _, CheckedElsewhere.Unknown _ ->
                    throw new NoPageException();
        };
    }

    private ClaimNumber number(Visit visit, Optional<ElsewhereFiling> filing)
            throws NoPageException {
        return filing.isPresent() ? filing.get().number() : mine.named(visit, "no").number();
    }

    private static Reply withdrawal(int status, ClaimView claim, String tooLate) {
        return Reply.page(
                status,
                "withdraw.jte",
                new Question(path(claim.number()), claim.number().text(), "", List.of(), tooLate));
    }

    private Reply question(
            int status, Visit visit, ClaimNumber number, Optional<String> wrong, String tooLate) {
        List<Supplement> asked = desk.supplements().of(number, Optional.of(visit.person()));
        Field field =
                Field.text("answer", visit.say("supplement.answer"))
                        .withType("area")
                        .filled(visit.form());
        return Reply.page(
                status,
                "supplement.jte",
                new Question(
                        path(number),
                        number.text(),
                        asked.isEmpty() ? "" : asked.getLast().question(),
                        List.of(wrong.map(field::wrong).orElse(field)),
                        tooLate));
    }

    private static String tooLate(Wished.TooLate late, Visit visit) {
        return visit.say(
                "claim.too-late",
                visit.frame().minute(late.by().at()),
                Headline.word(late.claim().state(), visit.frame()));
    }

    private static String path(ClaimNumber claim) {
        return "/claims/" + claim.text();
    }
}
