package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.calendar.Alarm;
import io.yipiao.gateway.calendar.Deadline;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.ClaimClock;
import io.yipiao.gateway.web.Frame;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A claim's five working days as its clerk reads them.
 *
 * @param used which day it is
 * @param due the last day; none while the clock stands still
 */
record ClerksClock(int used, Alarm alarm, boolean paused, Optional<LocalDate> due) {

    static ClerksClock of(ClaimClock clock, WorkingDays days, Instant now) {
        Deadline deadline = clock.deadline(days);
        return new ClerksClock(
                clock.used(days, now), deadline.alarm(now), deadline.isPaused(), deadline.due());
    }

    String words(Frame frame) {
        return frame.say(paused ? "desk.clock.paused" : "desk.clock.day", used);
    }

    String tone() {
        if (paused) {
            return "mute";
        }
        return switch (alarm) {
            case NONE -> "info";
            case AMBER -> "wait";
            case RED -> "stop";
        };
    }
}
