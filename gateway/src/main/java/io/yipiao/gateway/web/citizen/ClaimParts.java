package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.Actor;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimEvent;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Reason;
import io.yipiao.gateway.web.Frame;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Tells of claims how they stand, by their histories and the working days. */
final class ClaimParts {
    private final ClaimDesk desk;
    private final WorkingDays days;
    private final Clock clock;

    ClaimParts(ClaimDesk desk, WorkingDays days, Clock clock) {
        this.desk = desk;
        this.days = days;
        this.clock = clock;
    }

    /** A claim that may be shown. */
    ClaimPart of(ClaimView claim, Frame frame) {
        List<ClaimEvent> events = desk.claims().history(claim.number(), Optional.empty());
        return ClaimPart.of(
                claim, pace(claim), why(claim, events), TimeLine.of(claim, events, frame), frame);
    }

    /** How a claim that may be shown stands, in a sentence. */
    Headline headline(ClaimView claim, Frame frame) {
        return Headline.of(claim, pace(claim), frame);
    }

    /** The minute in which a page is made. */
    String now(Frame frame) {
        return frame.minute(clock.instant());
    }

    private Pace pace(ClaimView claim) {
        return Pace.of(desk.clocks().of(claim), days, clock);
    }

    /** What a clerk gave as his reason; his name stays with the staff. */
    private static String why(ClaimView claim, List<ClaimEvent> events) {
        boolean refused =
                claim.state() == ClaimState.REFUSED
                        && claim.reason().filter(Reason.DECIDED::equals).isPresent();
        return events.stream()
                .filter(event -> refused && event.actor() == Actor.CLERK)
                .reduce((first, second) -> second)
                .map(ClaimEvent::note)
                .orElse("");
    }
}
