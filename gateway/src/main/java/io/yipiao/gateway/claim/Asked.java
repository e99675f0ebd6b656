package io.yipiao.gateway.claim;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What somebody claims.
 *
 * @param bill a stored bill
 * @param emergency whether he says that the visit was an emergency: outside the city it then counts
 *     as filed, and a person looks at it before it does
 */
public record Asked(UUID bill, boolean emergency) {
    public static Asked of(UUID bill) {
        return new Asked(bill, false);
    }

    /** By which a retry is told from another request under the same key. */
    Digest digest(Payer payer) {
        String text = "claim|" + payer.id() + "|" + bill + (emergency ? "|emergency" : "");
        return Sm3.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
