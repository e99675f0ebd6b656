package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A claim about to be stored.
 *
 * @param key the client's name for his request
 * @param year of discharge
 */
record NewClaim(
        ClaimNumber number,
        Claimant claimant,
        String key,
        Payer payer,
        UUID bill,
        PersonId patient,
        UUID account,
        CareKind care,
        int year) {

    /** What was asked, by which a retry is told from another request under the same key. */
    Digest request() {
        return request(payer, bill);
    }

    static Digest request(Payer payer, UUID bill) {
        String asked = "claim|" + payer.id() + "|" + bill;
        return Sm3.of(asked.getBytes(StandardCharsets.UTF_8));
    }
}
