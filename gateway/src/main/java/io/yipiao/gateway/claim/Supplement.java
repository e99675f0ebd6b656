package io.yipiao.gateway.claim;

import java.time.Instant;
import java.util.Optional;

/**
 * What a clerk asked a claimant for (补材料).
 *
 * @param question in the clerk's words
 * @param answer in the claimant's, once he gave one
 */
public record Supplement(
        String question, Instant askedAt, Optional<String> answer, Optional<Instant> answeredAt) {}
