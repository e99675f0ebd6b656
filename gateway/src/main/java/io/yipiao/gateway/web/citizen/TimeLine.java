package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.claim.ClaimEvent;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A claim's steps as its citizen sees them: five, and what came after. */
final class TimeLine {
    private final ClaimState state;
    private final List<ClaimEvent> events;
    private final Frame frame;

    private TimeLine(ClaimState state, List<ClaimEvent> events, Frame frame) {
        this.state = state;
        this.events = events;
        this.frame = frame;
    }

    static List<Step> of(ClaimView claim, List<ClaimEvent> events, Frame frame) {
        TimeLine line = new TimeLine(claim.state(), events, frame);
        List<Step> steps = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            line.step(stage).ifPresent(steps::add);
        }
        if (claim.state() == ClaimState.WITHDRAWN) {
            steps.add(line.after(Headline.word(claim.state(), frame)));
        }
        if (claim.state().isOwed()) {
            steps.add(line.after(frame.say("claim.owed", frame.yuan(claim.owed()))));
        }
        if (claim.state().isSettled()) {
            steps.add(line.after(Headline.word(claim.state(), frame)));
        }
        return List.copyOf(steps);
    }

    /** One of the five; none of those that will never come. */
    private Optional<Step> step(Stage stage) {
        int to = stage.compareTo(Stage.of(state));
        if (to < 0) {
            return completed(stage);
        }
        if (to > 0) {
            return state.isEnded() ? Optional.empty() : Optional.of(step(stage, "ahead"));
        }
        return switch (state) {
            case WITHDRAWN, RECOVERING, NETTING, REVOKING, RECOVERED, WRITTEN_OFF ->
                    Optional.empty();
            case REFUSED, DUPLICATE -> Optional.of(reached(stage, "failed"));
            case SUPPLEMENT -> Optional.of(reached(stage, "paused"));
            case STAMPED -> Optional.of(reached(stage, "done"));
            default -> Optional.of(reached(stage, "now"));
        };
    }

    private Optional<Step> completed(Stage stage) {
        return events.stream()
                .filter(event -> stage.isCompletedBy(event.state()))
                .findFirst()
                .map(event ->
                        new Step(
                                title(stage),
                                "done",
                                Optional.of(frame.minute(event.at())),
                                noted(stage, event.state())));
    }

    /** What a completed step says of itself. */
    private Optional<String> noted(Stage stage, ClaimState by) {
        boolean decided = by == ClaimState.APPROVED || stage == Stage.PAID;
        return decided ? Optional.empty() : Optional.of(Headline.word(by, frame));
    }

    private Step reached(Stage stage, String how) {
        return new Step(
                title(stage),
                how,
                Optional.of(frame.minute(events.getLast().at())),
                Optional.of(
                        Headline.word(
                                state == ClaimState.RECEIVED ? ClaimState.CHECKING : state,
                                frame)));
    }

    private Step step(Stage stage, String how) {
        return new Step(title(stage), how, Optional.empty(), Optional.empty());
    }

    private Step after(String title) {
        return new Step(
                title,
                state.isEnded() ? "done" : "now",
                Optional.of(frame.minute(events.getLast().at())),
                Optional.empty());
    }

    private String title(Stage stage) {
        return frame.say("claim.step." + stage.key());
    }
}
