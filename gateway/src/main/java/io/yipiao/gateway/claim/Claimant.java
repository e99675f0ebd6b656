package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;

import java.util.Optional;

/**
 * Who claims.
 *
 * @param principal for whom the token speaks, whichever it is: it scopes idempotency keys
 * @param person himself
 * @param takenInBy the clerk who took it in for him at the desk (受理), and who will not decide it
 */
public record Claimant(String principal, PersonId person, Optional<Clerk> takenInBy) {

    /** One who sends his claim himself, or whose agent does. */
    public Claimant(String principal, PersonId person) {
        this(principal, person, Optional.empty());
    }
}
