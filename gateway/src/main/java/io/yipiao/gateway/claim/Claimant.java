package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;

/**
 * Who claims.
 *
 * @param principal whose token it is, which scopes idempotency keys
 * @param person himself
 */
public record Claimant(String principal, PersonId person) {}
