package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.canonical.Digest;

import java.time.Instant;
import java.util.UUID;

/**
 * A claim about to be stored.
 *
 * @param key the client's name for his request
 * @param bill what is claimed: of a paper, its electronic bill
 * @param year of discharge
 * @param receivedAt when its clock began
 */
record NewClaim(
        ClaimNumber number,
        Claimant claimant,
        String key,
        Payer payer,
        Asked asked,
        UUID bill,
        PersonId patient,
        UUID account,
        CareKind care,
        int year,
        Instant receivedAt) {

    /** What was asked, by which a retry is told from another request under the same key. */
    Digest request() {
        return asked.digest(payer);
    }
}
