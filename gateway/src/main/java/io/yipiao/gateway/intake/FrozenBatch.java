package io.yipiao.gateway.intake;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.BatchHeader;
import io.yipiao.verifier.seal.Seal;

import java.util.UUID;

/**
 * A batch as it is stored once and never changed: its bills' fingerprints, its header and its seal.
 *
 * @param keySeq which of the issuer's keys sealed it
 */
public record FrozenBatch(UUID id, int keySeq, Batch batch, BatchHeader header, Seal seal) {}
