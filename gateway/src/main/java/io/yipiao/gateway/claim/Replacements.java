package io.yipiao.gateway.claim;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Bills that replace others after a partial refund, and the claims that go on on them. */
final class Replacements {
    /**
     * A bill {@code r} that replaces a bill {@code o}: of the same hospital and patient, and its
     * place on the ledger is known. A core ends with what it replaces.
     */
    static final String REPLACES =
            """
            get_byte(r.opening, 29) = 2 AND substring(r.opening FROM 31 FOR 11) = o.identity
                AND r.issuer = o.issuer AND r.person = o.person AND r.bill_index IS NOT NULL
            """;

    private final Clock clock;

    Replacements(Clock clock) {
        this.clock = clock;
    }

    /** The bill that replaces another, the first if there are several. */
    Optional<UUID> of(Handle handle, UUID bill) {
        return handle.createQuery(
                        "SELECT r.id FROM bill o JOIN bill r ON "
                                + REPLACES
                                + " WHERE o.id = :bill ORDER BY r.registered_at, r.id LIMIT 1")
                .bind("bill", bill)
                .mapTo(UUID.class)
                .findOne();
    }

    /** The step by which a claim whose bill was taken back goes on on another, to be held anew. */
    Move goingOn(Claim claim, UUID on, String note) {
        return Move.byLedger(ClaimState.RECEIVED, note).with(tx -> goOn(tx, claim, on));
    }

    /** Keeps that a claim goes on on another bill. */
    void carried(Handle tx, Claim claim, UUID on) {
        tx.createUpdate(
                        """
                        INSERT INTO carried (claim, old_bill, new_bill, at) VALUES (:claim, :old, :new, :at)
                        """)
                .bind("claim", claim.number().text())
                .bind("old", claim.bill())
                .bind("new", on)
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
    }

    private void goOn(Handle tx, Claim claim, UUID on) {
        carried(tx, claim, on);
        tx.createUpdate(
                        """
                        UPDATE claim SET bill = :bill, bill_index = NULL, held_fen = NULL, other = NULL
                        WHERE number = :number
                        """)
                .bind("bill", on)
                .bind("number", claim.number().text())
                .execute();
    }
}
