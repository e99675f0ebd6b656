package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.claim.Actor;
import io.yipiao.gateway.claim.ClaimEvent;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Step;
import io.yipiao.verifier.verdict.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A claim's steps as the staff read them, with names and transactions. */
final class CaseHistory {
    private static final int TRANSACTION = 64;
    private static final int SHOWN = 12;
    private static final int TIME_OF_DAY = 11;

    private CaseHistory() {}

    static List<Step> steps(List<ClaimEvent> events, Frame frame) {
        List<Step> steps = new ArrayList<>();
        for (ClaimEvent event : events) {
            boolean last = event.equals(events.getLast());
            steps.add(
                    new Step(
                            words(event.state(), frame),
                            last ? mark(event.state()) : "done",
                            Optional.of(frame.minute(event.at())),
                            Optional.of(note(event, frame))));
        }
        return steps;
    }

    static String words(ClaimState state, Frame frame) {
        return frame.say(new Sentence(state.chinese(), state.english()));
    }

    /** Who was faster, when: 李明 10:31 已受理，您的决定没有提交. */
    static String race(ClaimEvent by, Frame frame) {
        return frame.say("desk.race", who(by, frame), frame.minute(by.at()).substring(TIME_OF_DAY));
    }

    /** The latest step that a person took since the claim came in; if none did, the latest. */
    static ClaimEvent latest(List<ClaimEvent> events) {
        return events.stream()
                .skip(1)
                .filter(event -> event.actor() == Actor.CLERK || event.actor() == Actor.CLAIMANT)
                .reduce((first, last) -> last)
                .orElse(events.getLast());
    }

    private static String mark(ClaimState state) {
        if (state.endsUnpaid() || state.isOwed()) {
            return "failed";
        }
        if (state.stopsClock()) {
            return "paused";
        }
        return state == ClaimState.PROVED || state.isSettled() ? "done" : "now";
    }

    private static String note(ClaimEvent event, Frame frame) {
        String note = event.note();
        String shown =
                note.length() == TRANSACTION
                        ? frame.say("desk.transaction") + " " + note.substring(0, SHOWN) + "…"
                        : note;
        return who(event, frame) + (shown.isEmpty() ? "" : " · " + shown);
    }

    private static String who(ClaimEvent event, Frame frame) {
        return event.name().isEmpty() ? frame.say("desk.actor." + event.actor()) : event.name();
    }
}
