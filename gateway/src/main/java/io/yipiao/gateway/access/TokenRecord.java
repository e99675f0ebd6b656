package io.yipiao.gateway.access;

import java.time.Instant;
import java.util.Optional;

/** A token as the list of tokens shows it. */
public record TokenRecord(Principal principal, Instant createdAt, Optional<Instant> revokedAt) {}
