package io.yipiao.network.bench.row;

import io.yipiao.gateway.claim.Claimant;
import io.yipiao.verifier.seal.SealedBill;

import java.util.UUID;

/**
 * An anchored visit that its patient may claim.
 *
 * @param bill the gateway's name of it
 * @param token the patient's, for the API
 */
record Claimable(UUID bill, SealedBill sealed, Claimant claimant, String token) {}
