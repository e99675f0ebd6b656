package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;

/**
 * Who decides a claim.
 *
 * @param person himself; he decides nothing that he claimed, that is his, or that he took in
 * @param name as histories show him, not blank
 * @param supervisor whether he may decide what a clerk handed on
 */
public record Clerk(PersonId person, String name, boolean supervisor) {
    public Clerk {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a clerk has a name");
        }
    }

    /** One who is no supervisor. */
    public Clerk(PersonId person, String name) {
        this(person, name, false);
    }
}
