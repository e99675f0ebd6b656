package io.yipiao.gateway.claim;

import org.jdbi.v3.core.Handle;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The rows of receipts. */
final class Receipts {
    private final Clock clock;

    Receipts(Clock clock) {
        this.clock = clock;
    }

    /** Keeps what two organisations signed about a claim's share of a bill. */
    void keep(Handle tx, Claim claim, UUID bill, ProvedShares shares) {
        tx.createUpdate(
                        """
                        INSERT INTO receipt (claim, bill, state, receipt, at)
                        VALUES (:claim, :bill, :state, :receipt, :at)
                        """)
                .bind("claim", claim.number().text())
                .bind("bill", bill)
                .bind("state", shares.state())
                .bind("receipt", new String(shares.proved().receipt(), StandardCharsets.UTF_8))
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
    }
}
