package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.Declared;
import io.yipiao.gateway.claim.Elsewhere;
import io.yipiao.gateway.claim.ElsewhereFiling;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Icon;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;

import java.util.List;
import java.util.Optional;

/**
 * A bill from elsewhere that is filed and no claim yet, at the address that its claim will have.
 */
public final class FiledPages {
    private final Elsewhere elsewhere;

    FiledPages(Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
    }

    void addTo(Pages pages) {
        pages.on(Page.WITHDRAW_ELSEWHERE, this::withdraw);
    }

    /**
     * What its page shows.
     *
     * @param answer where a question is answered; empty if none waits
     * @param withdraw where it is taken back; empty if that is past
     * @param again whether it may be filed again
     */
    public record Filed(
            Headline headline,
            List<String> notes,
            List<Row> facts,
            String answer,
            String withdraw,
            boolean again) {
        public Filed {
            notes = List.copyOf(notes);
            facts = List.copyOf(facts);
        }
    }

    /** The page of the filing that the path names, unless it is a claim, or another's. */
    Optional<Reply> page(Visit visit) {
        return noClaim(visit).map(filing -> Reply.page("filed.jte", shown(filing, visit.frame())));
    }

    /** The visitor's filing that the path names, unless it is a claim. */
    Optional<ElsewhereFiling> noClaim(Visit visit) {
        return named(visit).filter(filing -> filing.state() != ElsewhereFiling.State.ACCEPTED);
    }

    /** A visitor's filings that are no claims, for the list of his claims. */
    List<ClaimPages.Entry> entries(Visit visit) {
        return elsewhere.of(visit.person()).stream()
                .map(filing ->
                        new ClaimPages.Entry(
                                filing.number().text(),
                                visit.frame().minute(filing.filedAt()),
                                visit.frame().yuan(filing.declared().face().total()),
                                headline(filing, visit.frame())))
                .toList();
    }

    private Reply withdraw(Visit visit) throws NoPageException {
        ElsewhereFiling filing = named(visit).orElseThrow(NoPageException::new);
        String path = "/claims/" + filing.number();
        return elsewhere.withdraw(visit.person(), filing.number())
                ? Reply.done(path, "withdrawn")
                : Reply.moved(path);
    }

    private Optional<ElsewhereFiling> named(Visit visit) {
        try {
            ClaimNumber number = ClaimNumber.of(visit.call().path("no"));
            return elsewhere.one(number, Optional.of(visit.person()));
        } catch (FieldException e) {
            return Optional.empty();
        }
    }

    private static Filed shown(ElsewhereFiling filing, Frame frame) {
        return new Filed(
                headline(filing, frame),
                notes(filing, frame),
                facts(filing, frame),
                filing.isAsked() ? "/claims/" + filing.number() + "/supplement" : "",
                filing.isOpen() ? "/elsewhere/" + filing.number() + "/withdraw" : "",
                !filing.isOpen());
    }

    private static Headline headline(ElsewhereFiling filing, Frame frame) {
        return switch (filing.state()) {
            case WAITING, ACCEPTED ->
                    new Headline("wait", Icon.CLOCK, frame.say("elsewhere.waiting"));
            case SUPPLEMENT -> new Headline("wait", Icon.PAUSE, frame.say("claim.paused"));
            case REFUSED -> new Headline("stop", Icon.CROSS, frame.say("elsewhere.refused"));
            case WITHDRAWN -> new Headline("mute", Icon.BACK, frame.say("elsewhere.withdrawn"));
        };
    }

    private static List<String> notes(ElsewhereFiling filing, Frame frame) {
        return switch (filing.state()) {
            case WAITING, ACCEPTED -> List.of(frame.say("elsewhere.waiting.lead"));
            case SUPPLEMENT -> List.of(frame.say("elsewhere.asked.lead"));
            case WITHDRAWN -> List.of(frame.say("elsewhere.withdrawn.lead"));
            case REFUSED ->
                    List.of(
                            filing.why()
                                    .map(why -> frame.english() ? why.english() : why.chinese())
                                    .orElseThrow(),
                            frame.say("elsewhere.refused.lead"));
        };
    }

    private static List<Row> facts(ElsewhereFiling filing, Frame frame) {
        Declared declared = filing.declared();
        return List.of(
                Row.of(frame.say("claim.number"), filing.number().text()),
                Row.of(frame.say("elsewhere.hospital"), declared.hospital()),
                Row.of(frame.say("check.number"), declared.face().id().toString()),
                Row.of(frame.say("check.total"), frame.yuan(declared.face().total())),
                Row.of(frame.say("check.date"), declared.face().date().toString()),
                Row.of(frame.say("claim.sent-at"), frame.minute(filing.filedAt())),
                Row.of(
                        frame.say("elsewhere.file"),
                        frame.say(filing.file() ? "elsewhere.file.sent" : "elsewhere.file.none")));
    }
}
