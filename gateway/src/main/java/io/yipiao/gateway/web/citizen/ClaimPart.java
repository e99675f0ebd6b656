package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.calendar.Deadline;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Step;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What changes on a claim's page as the claim goes on; sent anew whenever its state changes.
 *
 * @param path of the claim's page
 * @param notes sentences below the headline
 * @param other the claim that has the bill, if this one came too late
 * @param open whether more will happen
 */
public record ClaimPart(
        String path,
        ClaimState state,
        Headline headline,
        List<String> notes,
        Optional<String> other,
        List<Row> facts,
        List<Step> steps,
        boolean open) {
    private static final Set<ClaimState> UNDECIDED =
            EnumSet.of(
                    ClaimState.RECEIVED,
                    ClaimState.CHECKING,
                    ClaimState.HELD,
                    ClaimState.RENEWING,
                    ClaimState.FIRST_REVIEW,
                    ClaimState.SECOND_REVIEW,
                    ClaimState.SUPPLEMENT);

    public ClaimPart {
        notes = List.copyOf(notes);
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
    }

    static ClaimPart of(ClaimView claim, Pace pace, String why, List<Step> steps, Frame frame) {
        return new ClaimPart(
                "/claims/" + claim.number().text(),
                claim.state(),
                Headline.of(claim, pace, frame),
                notes(claim, pace, why, frame),
                claim.other().map(Object::toString),
                facts(claim, frame),
                steps,
                !claim.state().isEnded());
    }

    /** Whether it may still be taken back. */
    public boolean withdrawable() {
        return UNDECIDED.contains(state);
    }

    /** Whether a clerk waits for an answer. */
    public boolean asked() {
        return state == ClaimState.SUPPLEMENT;
    }

    /** Whether it was worked out and decided. */
    public boolean decided() {
        return isDecided(state);
    }

    /** Whether a receipt stands, or soon will. */
    public boolean proven() {
        return decided() && state != ClaimState.APPROVED;
    }

    /** Whether something is, or was, wanted back. */
    public boolean owed() {
        return state.isOwed() || state.isSettled();
    }

    private static boolean isDecided(ClaimState state) {
        return state == ClaimState.APPROVED || state.isPastStamp();
    }

    private static List<String> notes(ClaimView claim, Pace pace, String why, Frame frame) {
        List<String> notes = new ArrayList<>();
        claim.reason()
                .filter(reason -> claim.state() != ClaimState.WITHDRAWN)
                .ifPresent(
                        reason -> notes.add(frame.english() ? reason.english() : reason.chinese()));
        if (!why.isEmpty()) {
            notes.add(why);
        }
        if (claim.state().isOwed()) {
            notes.add(frame.say("claim.owed.why"));
        }
        if (claim.state() == ClaimState.RECEIVED || claim.state() == ClaimState.CHECKING) {
            notes.add(frame.say("claim.no-answer-yet"));
        }
        if (UNDECIDED.contains(claim.state()) && !pace.late()) {
            notes.add(frame.say("claim.used", pace.used(), Deadline.ALLOWED));
        }
        return notes;
    }

    private static List<Row> facts(ClaimView claim, Frame frame) {
        List<Row> facts = new ArrayList<>();
        facts.add(Row.of(frame.say("claim.number"), claim.number().text()));
        facts.add(Row.of(frame.say("claim.bill"), claim.identity().number()));
        facts.add(Row.of(frame.say("claim.sent-at"), frame.minute(claim.receivedAt())));
        facts.add(Row.of(frame.say("claim.own"), frame.yuan(claim.claimable())));
        claim.fund()
                .filter(fund -> UNDECIDED.contains(claim.state()))
                .ifPresent(
                        fund -> facts.add(Row.of(frame.say("claim.expected"), frame.yuan(fund))));
        claim.fund()
                .filter(fund -> isDecided(claim.state()))
                .ifPresent(fund -> facts.add(Row.of(frame.say("claim.fund"), frame.yuan(fund))));
        return facts;
    }
}
