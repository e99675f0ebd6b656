package io.yipiao.network.bench.row;

import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.Claimant;
import io.yipiao.gateway.claim.Submission;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.seal.SealedBill;

import java.util.UUID;

/**
 * An anchored visit that its patient may claim.
 *
 * @param bill the gateway's name of it
 * @param token the patient's, for the API
 */
record Claimable(UUID bill, SealedBill sealed, Claimant claimant, String token) {

    /** Claims it through the service; one that is not proved when it returns did not count. */
    Submission claim(Gateway gateway) {
        Submission said =
                gateway.claims().service().submit(claimant, bill, UUID.randomUUID().toString());
        if (!(said instanceof Submission.Taken taken)
                || taken.claim().state() != ClaimState.PROVED) {
            throw new IllegalStateException("the claim ended as " + said);
        }
        return said;
    }
}
