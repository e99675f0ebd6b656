package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The rows of decisions. The database itself refuses a decider who is claimant or patient. */
final class DecisionStore {
    static final String DECIDER_IS_ANOTHER = "decider_is_another";

    private final Clock clock;

    DecisionStore(Clock clock) {
        this.clock = clock;
    }

    /** A decision that was taken. */
    record Taken(Verdict verdict, Optional<Clerk> by) {
        boolean isSame(Verdict other, Clerk clerk) {
            return verdict == other
                    && by.filter(decider -> decider.person().equals(clerk.person())).isPresent();
        }
    }

    /** The decision on what a claim stands at now. */
    Optional<Taken> find(Handle handle, Claim claim) {
        return handle.createQuery(
                        """
                        SELECT verdict, decider, clerk FROM decision WHERE claim = :claim AND n = :n
                        """)
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .map((row, context) ->
                        new Taken(
                                Verdict.valueOf(row.getString("verdict")),
                                row.getBytes("decider") == null
                                        ? Optional.empty()
                                        : Optional.of(
                                                new Clerk(
                                                        Persons.read(row, "decider"),
                                                        row.getString("clerk")))))
                .findOne();
    }

    /** Stores a decision on a computed claim; without a clerk it is the automatic route's. */
    void insert(
            Handle tx,
            Claim claim,
            SheetResult result,
            Verdict verdict,
            Optional<Clerk> clerk,
            String reason) {
        Fen fund = verdict == Verdict.APPROVE ? result.sheet().fund() : Fen.ZERO;
        tx.createUpdate(
                        """
                        INSERT INTO decision (claim, n, verdict, claimant, patient, decider, clerk, reason,
                            fund_fen, result, at)
                        VALUES (:claim, :n, :verdict, :claimant, :patient, :decider, :clerk, :reason,
                            :fund, :result, :at)
                        """)
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .bind("verdict", verdict.name())
                .bind("claimant", Persons.bytes(claim.claimant()))
                .bind("patient", Persons.bytes(claim.patient()))
                .bind("decider", clerk.map(Clerk::person).map(Persons::bytes))
                .bind("clerk", clerk.map(Clerk::name).orElse(""))
                .bind("reason", reason)
                .bind("fund", fund.value())
                .bind("result", result.digest().bytes())
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
    }
}
