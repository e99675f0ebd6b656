package io.yipiao.gateway.tell;

import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to a person.
 *
 * @param claim which claim moved
 * @param state where to
 * @param at when
 * @param read whether he has read it
 */
public record Message(UUID id, ClaimNumber claim, ClaimState state, Instant at, boolean read) {}
