package io.yipiao.gateway.claim;

import io.yipiao.gateway.calendar.Deadline;
import io.yipiao.gateway.calendar.Pause;
import io.yipiao.gateway.calendar.WorkingDays;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a claim's five working days are counted from.
 *
 * @param acceptedAt when it came in
 * @param pauses when its clock stood still
 * @param endedAt when it ended, if it has
 */
public record ClaimClock(Instant acceptedAt, List<Pause> pauses, Optional<Instant> endedAt) {
    public ClaimClock {
        pauses = List.copyOf(pauses);
    }

    /** The claim's deadline by a table of working days. */
    public Deadline deadline(WorkingDays days) {
        return Deadline.of(days, acceptedAt, pauses);
    }

    /** How many days it has used at a moment, or had when it ended. */
    public int used(WorkingDays days, Instant now) {
        return deadline(days).used(endedAt.filter(now::isAfter).orElse(now));
    }
}
