package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;

import java.time.Instant;
import java.util.Optional;

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

    /** Where it stands. */
    public enum State {
        /** For a clerk to check it. */
        WAITING,
        /** It is a claim now. */
        ACCEPTED,
        REFUSED,
        /** Taken back before anybody checked it. */
        WITHDRAWN
    }

    /**
     * A clerk's result.
     *
     * @param name the clerk's
     */
    public record Checked(Checklist checklist, String name, Instant at) {}

    public boolean isWaiting() {
        return state == State.WAITING;
    }
}
