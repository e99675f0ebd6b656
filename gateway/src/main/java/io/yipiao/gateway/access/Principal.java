package io.yipiao.gateway.access;

import io.yipiao.gateway.secrets.PersonId;

import java.util.Set;
import java.util.UUID;

/**
 * Who makes a request, as his token says.
 *
 * @param token the token's id, which may be logged
 * @param roles at least one
 */
public record Principal(UUID token, Set<Role> roles, Owner owner) {
    public Principal {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether he has at least one of them. */
    boolean isAny(Set<Role> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }

    /** The hospital's number; every bearer of {@link Role#HOSPITAL} has one. */
    public int issuer() {
        return owner.issuer().orElseThrow();
    }

    /** The person; every citizen, agent and clerk is one. */
    public PersonId person() {
        return owner.person().orElseThrow();
    }

    /** The payer's id; every bearer of {@link Role#PAYER} has one. */
    public String payer() {
        return owner.payer().orElseThrow();
    }
}
