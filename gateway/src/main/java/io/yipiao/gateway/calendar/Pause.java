package io.yipiao.gateway.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which the clock stands still (停表).
 *
 * @param first its first day
 * @param last its last day; none while it goes on
 */
public record Pause(LocalDate first, Optional<LocalDate> last) {
    public Pause {
        if (last.filter(day -> day.isBefore(first)).isPresent()) {
            throw new IllegalArgumentException("a pause from " + first + " to " + last.get());
        }
    }

    /** The days, in Shanghai, of the moments at which it began and ended. */
    public static Pause between(Instant began, Optional<Instant> ended) {
        return new Pause(Deadline.day(began), ended.map(Deadline::day));
    }

    /** Whether it still goes on. */
    public boolean isOpen() {
        return last.isEmpty();
    }

    /** Whether a day falls into it; of a pause that goes on, every day from its first. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && last.filter(day::isAfter).isEmpty();
    }
}
