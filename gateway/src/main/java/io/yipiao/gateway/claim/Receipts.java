package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Proved;

import org.jdbi.v3.core.Handle;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The rows of receipts. */
final class Receipts {
    private final Clock clock;

    Receipts(Clock clock) {
        this.clock = clock;
    }

    /** Keeps what two organisations signed about a share in this state. */
    void keep(Handle tx, Claim claim, String shareState, Proved proved) {
        tx.createUpdate(
                        """
                        INSERT INTO receipt (claim, state, receipt, at) VALUES (:claim, :state, :receipt, :at)
                        ON CONFLICT (claim, state) DO NOTHING
                        """)
                .bind("claim", claim.number().text())
                .bind("state", shareState)
                .bind("receipt", new String(proved.receipt(), StandardCharsets.UTF_8))
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
    }
}
