package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.canonical.Digest;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The rows that say whether a clerk handed a claim to a supervisor, and who. */
final class Reviews {
    static final String SUPERVISOR_IS_ANOTHER = "supervisor_is_another";

    private final Clock clock;

    Reviews(Clock clock) {
        this.clock = clock;
    }

    /** Who handed the claim on. */
    Optional<PersonId> first(Handle handle, Claim claim) {
        return handle.createQuery(
                        """
                        SELECT first FROM review WHERE claim = :claim AND n = :n AND first <> ''
                        """)
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .mapTo(byte[].class)
                .map(bytes -> new PersonId(Digest.of(bytes)))
                .findOne();
    }

    /** Where the claim waits for its decision. */
    ClaimState stage(Handle handle, Claim claim) {
        return first(handle, claim).isPresent()
                ? ClaimState.SECOND_REVIEW
                : ClaimState.FIRST_REVIEW;
    }

    /** Keeps that a clerk handed the claim on. */
    void escalate(Handle tx, Claim claim, Clerk clerk, String reason) {
        insert(tx, claim, Persons.bytes(clerk.person()), clerk.name(), reason);
    }

    /** A claim that was held anew stays with the supervisor it was handed to. */
    void carry(Handle tx, Claim claim) {
        tx.createUpdate(
                        """
                        INSERT INTO review (claim, n, claimant, patient, taken_in_by, first, clerk, reason, at)
                        SELECT claim, :n, claimant, patient, taken_in_by, first, clerk, reason, at FROM review
                        WHERE claim = :claim AND n < :n AND first <> '' ORDER BY n DESC LIMIT 1
                        ON CONFLICT (claim, n) DO NOTHING
                        """)
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .execute();
    }

    private void insert(Handle tx, Claim claim, byte[] first, String name, String reason) {
        tx.createUpdate(
                        """
                        INSERT INTO review (claim, n, claimant, patient, taken_in_by, first, clerk, reason, at)
                        VALUES (:claim, :n, :claimant, :patient, :taker, :first, :name, :reason, :at)
                        ON CONFLICT (claim, n) DO NOTHING
                        """)
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .bind("claimant", Persons.bytes(claim.claimant()))
                .bind("patient", Persons.bytes(claim.patient()))
                .bind("taker", Persons.bytes(claim.takenInBy()))
                .bind("first", first)
                .bind("name", name)
                .bind("reason", reason)
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
    }
}
