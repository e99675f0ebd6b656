package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Icon;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.verdict.Sentence;

/**
 * How a claim stands, in a sentence, an icon and a tone.
 *
 * @param tone as components have it
 */
public record Headline(String tone, Icon icon, String sentence) {
    static Headline of(ClaimView claim, Pace pace, Frame frame) {
        String amount = frame.yuan(claim.fund().orElse(Fen.ZERO));
        return switch (claim.state()) {
            case RECEIVED, CHECKING, HELD, RENEWING, FIRST_REVIEW, SECOND_REVIEW ->
                    waiting(pace, frame);
            case SUPPLEMENT -> new Headline("wait", Icon.PAUSE, frame.say("claim.paused"));
            case RELEASING -> new Headline("mute", Icon.DOTS, word(claim.state(), frame));
            case APPROVED, STAMPED, PROVED, AMENDING ->
                    new Headline("good", Icon.TICK, frame.say("claim.approved", amount));
            case REFUSED -> new Headline("stop", Icon.CROSS, word(claim.state(), frame));
            case DUPLICATE -> new Headline("stop", Icon.FULL, word(claim.state(), frame));
            case WITHDRAWN -> new Headline("mute", Icon.BACK, word(claim.state(), frame));
            case RECOVERING, NETTING, REVOKING ->
                    new Headline(
                            "wait", Icon.WARN, frame.say("claim.owed", frame.yuan(claim.owed())));
            case RECOVERED, WRITTEN_OFF ->
                    new Headline("mute", Icon.TICK, word(claim.state(), frame));
        };
    }

    /** A state in the words of the time line; one that it does not know is 办理中. */
    public static String word(ClaimState state, Frame frame) {
        return switch (state) {
            case RELEASING -> frame.say("claim.working");
            case DUPLICATE -> frame.say("claim.duplicate");
            default -> frame.say(new Sentence(state.chinese(), state.english()));
        };
    }

    private static Headline waiting(Pace pace, Frame frame) {
        if (pace.late()) {
            return new Headline("wait", Icon.WARN, frame.say("claim.late"));
        }
        return new Headline(
                "info",
                Icon.CLOCK,
                pace.due()
                        .map(day -> frame.say("claim.sent-until", frame.day(day)))
                        .orElse(frame.say("claim.sent")));
    }
}
