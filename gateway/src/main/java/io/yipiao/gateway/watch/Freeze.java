package io.yipiao.gateway.watch;

import io.yipiao.gateway.alarm.Facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A time in which nothing is paid.
 *
 * @param name who wished it; empty if the watcher did
 * @param reason his; empty if the watcher did
 * @param facts what differed; none if a person wished it
 * @param lifts what was asked for to lift it, the first first
 */
public record Freeze(
        UUID id,
        Cause cause,
        String name,
        String reason,
        Facts facts,
        Instant beganAt,
        Optional<Instant> endedAt,
        List<Lift> lifts) {
    public Freeze {
        lifts = List.copyOf(lifts);
    }

    /** Why it began. */
    public enum Cause {
        /** Peers hold different blocks. */
        FORK,
        /** An official wished it. */
        PERSON
    }

    /**
     * A wish to lift it.
     *
     * @param outcome empty as long as nobody else has decided
     */
    public record Lift(
            int n, Official asker, String reason, Instant askedAt, Optional<Outcome> outcome) {}

    /** How a wish to lift it ended. */
    public record Outcome(boolean confirmed, String name, Instant at) {}

    /** The wish that nobody has decided yet. */
    public Optional<Lift> asked() {
        return lifts.stream().filter(lift -> lift.outcome().isEmpty()).findFirst();
    }
}
