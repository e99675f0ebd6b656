package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.calendar.Deadline;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.ClaimClock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a claim stands against its five working days.
 *
 * @param used how many it has used
 * @param due the day at whose end it is due; none while the clock stands still
 * @param paused whether the clock stands still
 */
record Pace(int used, Optional<LocalDate> due, boolean paused) {
    static Pace of(ClaimClock claim, WorkingDays days, Clock clock) {
        Deadline deadline = claim.deadline(days);
        return new Pace(claim.used(days, clock.instant()), deadline.due(), deadline.isPaused());
    }

    boolean late() {
        return used > Deadline.ALLOWED;
    }
}
