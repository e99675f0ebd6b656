package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;

/**
 * Who claims.
 *
 * @param principal for whom the token speaks, whichever it is: it scopes idempotency keys
 * @param person himself
 */
public record Claimant(String principal, PersonId person) {}
