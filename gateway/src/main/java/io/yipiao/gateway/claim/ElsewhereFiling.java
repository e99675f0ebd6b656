package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A bill from elsewhere that somebody filed.
 *
 * @param number the claim's from the beginning
 * @param file whether he sent a file
 * @param why it was refused
 * @param checked what the clerk found
 */
public record ElsewhereFiling(
        ClaimNumber number,
        PersonId claimant,
        PersonId patient,
        Declared declared,
        boolean file,
        State state,
        Instant filedAt,
        Optional<Checklist.Why> why,
        Optional<Checked> checked) {

    /**
     * Where it stands. What is not in {@link #next()} never happens: the table {@code
     * elsewhere_move} says the same to the database.
     */
    public enum State {
        /** For a clerk to check it. */
        WAITING,
        /** A clerk asked its claimant for something; the clock stands still. */
        SUPPLEMENT,
        /** It is a claim now. */
        ACCEPTED,
        REFUSED,
        /** Taken back before anybody checked it. */
        WITHDRAWN;

        private static final Map<State, Set<State>> MOVES =
                new EnumMap<>(
                        Map.of(
                                WAITING, EnumSet.of(SUPPLEMENT, ACCEPTED, REFUSED, WITHDRAWN),
                                SUPPLEMENT, EnumSet.of(WAITING, WITHDRAWN)));

        /** All states that a filing may go to from here. */
        public Set<State> next() {
            return MOVES.getOrDefault(this, Set.of());
        }
    }

    /**
     * A clerk's result.
     *
     * @param name the clerk's
     */
    public record Checked(Checklist checklist, String name, Instant at) {}

    /** Whether a clerk may check it now. */
    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Whether its claimant was asked for something. */
    public boolean isAsked() {
        return state == State.SUPPLEMENT;
    }

    /** Whether its claimant may still take it back. */
    public boolean isOpen() {
        return isWaiting() || isAsked();
    }

    /** Whether it is this person's, who made it or whose bill it is; staff see all. */
    boolean isFor(Optional<PersonId> viewer) {
        return viewer.isEmpty() || viewer.get().equals(claimant) || viewer.get().equals(patient);
    }
}
