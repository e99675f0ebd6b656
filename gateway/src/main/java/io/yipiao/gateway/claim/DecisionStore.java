package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.canonical.Digest;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of decisions. The database itself refuses a decider who is claimant or patient, or who
 * took the claim in.
 */
final class DecisionStore {
    static final String DECIDER_IS_ANOTHER = "decider_is_another";
    static final String TAKER_IS_ANOTHER = "taker_is_another";

    private final Clock clock;

    DecisionStore(Clock clock) {
        this.clock = clock;
    }

    /** A decision that was taken. */
    record Taken(Verdict verdict, Set<Integer> disallowed, Optional<PersonId> by) {
        boolean isSame(Ruling ruling, Clerk clerk) {
            return verdict == ruling.verdict()
                    && disallowed.equals(ruling.lines())
                    && by.equals(Optional.of(clerk.person()));
        }
    }

    /** The decision on what a claim stands at now. */
    Optional<Taken> find(Handle handle, Claim claim) {
        return handle.createQuery(
                        """
                        SELECT verdict, decider FROM decision WHERE claim = :claim AND n = :n
                        """)
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .map((row, context) ->
                        new Taken(
                                Verdict.valueOf(row.getString("verdict")),
                                Disallowed.of(handle, claim),
                                Optional.ofNullable(row.getBytes("decider"))
                                        .map(bytes -> new PersonId(Digest.of(bytes)))))
                .findOne();
    }

    /** Stores a decision on a computed claim; without a clerk it is the automatic route's. */
    void insert(Handle tx, Claim claim, SheetResult result, Ruling ruling, Optional<Clerk> clerk) {
        Fen fund = ruling.verdict() == Verdict.REFUSE ? Fen.ZERO : result.sheet().fund();
        tx.createUpdate(
                        """
                        WITH closed AS ( -- the row that a decision points at, if nobody handed the claim on
                            INSERT INTO review (claim, n, claimant, patient, taken_in_by, first, clerk, reason, at)
                            VALUES (:claim, :n, :claimant, :patient, :taker, '', '', '', :at)
                            ON CONFLICT (claim, n) DO NOTHING
                            RETURNING first
                        )
                        INSERT INTO decision (claim, n, first, verdict, claimant, patient, taken_in_by, decider, clerk,
                            reason, fund_fen, result, at)
                        SELECT :claim, :n, r.first, :verdict, :claimant, :patient, :taker, CAST(:decider AS bytea),
                            :clerk, :reason, :fund, :result, :at
                        FROM (SELECT first FROM closed
                            UNION ALL SELECT first FROM review WHERE claim = :claim AND n = :n) r
                        """)
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .bind("verdict", ruling.verdict().name())
                .bind("claimant", Persons.bytes(claim.claimant()))
                .bind("patient", Persons.bytes(claim.patient()))
                .bind("taker", Persons.bytes(claim.takenInBy()))
                .bind("decider", clerk.map(Clerk::person).map(Persons::bytes))
                .bind("clerk", clerk.map(Clerk::name).orElse(""))
                .bind("reason", ruling.text())
                .bind("fund", fund.value())
                .bind("result", result.digest().bytes())
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
    }
}
