package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;

/**
 * Who decides a claim.
 *
 * @param person himself, who must be neither claimant nor patient
 * @param name as histories show him, not blank
 */
public record Clerk(PersonId person, String name) {
    public Clerk {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a clerk has a name");
        }
    }
}
