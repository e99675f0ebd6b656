package io.yipiao.gateway.web.bureau;

import io.yipiao.gateway.watch.Freeze;
import io.yipiao.gateway.watch.WatchedPeer;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Peers and freezes in their reader's language. */
final class FreezeWords {
    private FreezeWords() {}

    static LedgerView.PeerRow peer(WatchedPeer peer, Frame frame) {
        String state =
                peer.differs()
                        ? frame.say("bureau.peer.differs")
                        : !peer.answers()
                                ? frame.say("bureau.peer.silent")
                                : peer.lag() == 0
                                        ? frame.say("bureau.peer.agrees")
                                        : frame.say("bureau.peer.behind", peer.lag());
        return new LedgerView.PeerRow(
                peer.peer().equals("projection")
                        ? frame.say("bureau.peer.projection")
                        : frame.say("bureau.organisation." + peer.organisation()),
                peer.peer(),
                peer.height().isPresent() ? Long.toString(peer.height().getAsLong()) : "—",
                peer.hash(),
                peer.commitHash(),
                peer.differs() ? "stop" : peer.answers() ? "good" : "wait",
                state,
                frame.second(peer.seenAt()));
    }

    static LedgerView.Standing standing(Freeze freeze, boolean differ, Frame frame) {
        List<Row> facts =
                freeze.facts().all().entrySet().stream()
                        .map(fact ->
                                Row.of(frame.say("alarm.fact." + fact.getKey()), fact.getValue()))
                        .toList();
        return new LedgerView.Standing(
                freeze.id().toString(),
                why(freeze, frame),
                facts,
                freeze.asked()
                        .map(lift ->
                                new LedgerView.Asked(
                                        lift.n(),
                                        frame.say(
                                                "bureau.lift.asked",
                                                lift.asker().name(),
                                                frame.minute(lift.askedAt()),
                                                lift.reason()))),
                differ);
    }

    static LedgerView.Past past(Freeze freeze, Frame frame) {
        List<Step> steps = new ArrayList<>();
        steps.add(step("bureau.step.began", freeze.beganAt(), freeze.name(), frame));
        for (Freeze.Lift lift : freeze.lifts()) {
            steps.add(
                    step(
                            "bureau.step.asked",
                            lift.askedAt(),
                            frame.say("alarm.note", lift.asker().name(), lift.reason()),
                            frame));
            lift.outcome()
                    .map(outcome ->
                            step(
                                    outcome.confirmed()
                                            ? "bureau.step.lifted"
                                            : "bureau.step.refused",
                                    outcome.at(),
                                    outcome.name(),
                                    frame))
                    .ifPresent(steps::add);
        }
        return new LedgerView.Past(why(freeze, frame), steps);
    }

    private static String why(Freeze freeze, Frame frame) {
        return switch (freeze.cause()) {
            case FORK -> frame.say("bureau.cause.fork");
            case PERSON -> frame.say("bureau.cause.person", freeze.name(), freeze.reason());
        };
    }

    private static Step step(String key, java.time.Instant at, String note, Frame frame) {
        return new Step(
                frame.say(key),
                "done",
                Optional.of(frame.minute(at)),
                Optional.of(note).filter(text -> !text.isEmpty()));
    }
}
