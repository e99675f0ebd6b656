package io.yipiao.gateway.projection;

import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.verifier.canonical.Digest;

import java.time.Instant;

/**
 * An anchored batch.
 *
 * @param at the time of the transaction that anchored it, which its client set
 */
public record ProjectedBatch(
        int issuer,
        Digest root,
        int size,
        int keySeq,
        TransactionId transaction,
        long block,
        Instant at) {}
