package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.claim.Correction.Kind;
import io.yipiao.gateway.claim.Correction.Planned;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.canonical.Jcs;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of corrections: planned before the ledger is asked, and applied once it has them. */
final class CorrectionStore {
    static final String CORRECTOR_IS_ANOTHER = "corrector_is_another";

    private final Clock clock;

    CorrectionStore(Clock clock) {
        this.clock = clock;
    }

    /** Plans a correction as the operation after the claim's present one. */
    void plan(Handle tx, Claim claim, Correction correction) {
        int n = claim.n() + 1;
        Optional<CorrectionOrder> order = correction.order();
        tx.createUpdate(
                        """
                        INSERT INTO correction (claim, n, kind, bill, fen, sheet, salt, left_fen, claimant, patient,
                            taken_in_by, decided_n, decider, clerk, name, reason, idempotency_key, at)
                        SELECT :claim, :n, :kind, :bill, :fen, :sheet, :salt, :left, :claimant, :patient,
                            :taker, d.n, d.decider, CAST(:clerk AS bytea), :name, :reason, :key, :at
                        FROM decision d WHERE d.claim = :claim ORDER BY d.n DESC LIMIT 1
                        """)
                .bind("claim", claim.number().text())
                .bind("n", n)
                .bind("kind", correction.kind().name())
                .bind("bill", correction.bill())
                .bind("fen", correction.fen().value())
                .bind("sheet", correction.sheet().map(its -> Jcs.text(its.result().json())))
                .bind("salt", correction.sheet().map(its -> its.result().salt().bytes()))
                .bind("left", correction.sheet().map(its -> its.left().value()))
                .bind("claimant", Persons.bytes(claim.claimant()))
                .bind("patient", Persons.bytes(claim.patient()))
                .bind("taker", Persons.bytes(claim.takenInBy()))
                .bind("clerk", order.map(its -> Persons.bytes(its.clerk().person())))
                .bind("name", order.map(its -> its.clerk().name()).orElse(""))
                .bind("reason", order.map(CorrectionOrder::reason).orElse(""))
                .bind("key", order.map(CorrectionOrder::key))
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
        for (Finding finding : correction.findings()) {
            tx.createUpdate(
                            """
                            INSERT INTO correction_line (claim, n, line, fen) VALUES (:claim, :n, :line, :fen)
                            """)
                    .bind("claim", claim.number().text())
                    .bind("n", n)
                    .bind("line", finding.line())
                    .bind("fen", finding.amount().value())
                    .execute();
        }
    }

    /** A supervisor's corrections of a claim, the oldest first. */
    List<Correction> ordered(Handle handle, ClaimNumber claim) {
        return handle.createQuery(
                        "SELECT * FROM correction WHERE claim = :claim AND clerk IS NOT NULL ORDER"
                                + " BY n")
                .bind("claim", claim.text())
                .map((row, context) -> read(row))
                .list();
    }

    /** Whether an order came in under this key before. */
    boolean isKnown(Handle handle, ClaimNumber claim, String key) {
        return handle.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM correction WHERE claim = :claim AND idempotency_key = :key)
                        """)
                .bind("claim", claim.text())
                .bind("key", key)
                .mapTo(Boolean.class)
                .one();
    }

    /** The correction that is under way. */
    Correction underWay(Handle handle, Claim claim) {
        return handle.createQuery("SELECT * FROM correction WHERE claim = :claim AND n = :n")
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .map((row, context) -> read(row))
                .findOne()
                .orElseThrow(
                        () -> new IllegalStateException(claim.number() + ": nothing is planned"));
    }

    /** Lets the planned sheet, its bill and its findings count in place of those before. */
    void apply(Handle tx, Claim claim, Correction correction) {
        Planned planned = correction.sheet().orElseThrow();
        makeRoom(tx, claim, correction.bill());
        tx.createUpdate("UPDATE claim SET bill = :bill WHERE number = :claim")
                .bind("bill", correction.bill())
                .bind("claim", claim.number().text())
                .execute();
        SheetStore.compute(tx, claim.number(), planned.result(), planned.left());
        decide(tx, claim, correction);
        tx.createUpdate(
                        """
                        INSERT INTO disallowed (claim, n, line, fen)
                        SELECT claim, n, line, fen FROM correction_line WHERE claim = :claim AND n = :n
                        """)
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .execute();
    }

    /** Whoever counts for the bill already, without a share of it, comes too late. */
    private static void makeRoom(Handle tx, Claim claim, UUID bill) {
        tx.createUpdate(
                        """
                        UPDATE claim SET counted = false
                        WHERE payer = :payer AND bill = :bill AND counted AND number <> :claim AND bill_index IS NULL
                        """)
                .bind("payer", claim.payer())
                .bind("bill", bill)
                .bind("claim", claim.number().text())
                .execute();
    }

    /** The decision goes on under the operation's number, by whom it was, or by who corrects. */
    private static void decide(Handle tx, Claim claim, Correction correction) {
        boolean again = correction.order().isPresent();
        tx.createUpdate(
                        """
                        INSERT INTO review (claim, n, claimant, patient, taken_in_by, first, clerk, reason, at)
                        SELECT c.claim, c.n, r.claimant, r.patient, r.taken_in_by, CASE WHEN :again THEN ''::bytea ELSE r.first END,
                            CASE WHEN :again THEN '' ELSE r.clerk END, CASE WHEN :again THEN '' ELSE r.reason END, c.at
                        FROM correction c JOIN review r ON r.claim = c.claim AND r.n = c.decided_n
                        WHERE c.claim = :claim AND c.n = :n
                        """)
                .bind("again", again)
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .execute();
        tx.createUpdate(
                        """
                        INSERT INTO decision (claim, n, first, verdict, claimant, patient, taken_in_by, decider, clerk,
                            reason, fund_fen, result, at)
                        SELECT c.claim, c.n, v.first, CASE WHEN :again THEN 'PART' ELSE d.verdict END, d.claimant,
                            d.patient, d.taken_in_by, coalesce(c.clerk, d.decider),
                            CASE WHEN :again THEN c.name ELSE d.clerk END,
                            CASE WHEN :again THEN c.reason ELSE d.reason END, c.fen, :result, c.at
                        FROM correction c JOIN decision d ON d.claim = c.claim AND d.n = c.decided_n
                            JOIN review v ON v.claim = c.claim AND v.n = c.n
                        WHERE c.claim = :claim AND c.n = :n
                        """)
                .bind("again", again)
                .bind("result", correction.result().digest().bytes())
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .execute();
    }

    private static Correction read(ResultSet row) throws SQLException {
        Optional<SheetResult> result = ClaimRow.result(row);
        Fen left = new Fen(row.getLong("left_fen"));
        return new Correction(
                Kind.valueOf(row.getString("kind")),
                row.getObject("bill", UUID.class),
                new Fen(row.getLong("fen")),
                result.map(its -> new Planned(its, left)),
                List.of(),
                order(row));
    }

    private static Optional<CorrectionOrder> order(ResultSet row) throws SQLException {
        Optional<PersonId> person = Persons.readNullable(row, "clerk");
        return person.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CorrectionOrder(
                                new Clerk(person.get(), row.getString("name"), true),
                                row.getString("reason"),
                                row.getString("idempotency_key")));
    }
}
