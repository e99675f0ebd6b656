package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.web.Frame;
import io.yipiao.verifier.verdict.Sentence;

import java.util.Optional;

/**
 * A claim in the queue.
 *
 * @param clock how many days it has used, or that it stands still
 * @param tone of the clock: amber from day 3 on, red from day 4 on
 * @param due the last day, or nothing while the clock stands still
 * @param barred why the visitor may not decide it, though his role may; empty if he may
 */
public record QueueRow(
        String number,
        String bill,
        String state,
        String amount,
        String clock,
        String tone,
        String due,
        String barred) {

    static QueueRow of(ClaimView claim, ClerksClock clock, Optional<String> barred, Frame frame) {
        return new QueueRow(
                claim.number().text(),
                claim.identity().toString(),
                frame.say(new Sentence(claim.state().chinese(), claim.state().english())),
                claim.fund().map(frame::yuan).orElse(""),
                clock.words(frame),
                clock.tone(),
                clock.due().map(frame::day).orElse(""),
                barred.map(frame::say).orElse(""));
    }
}
