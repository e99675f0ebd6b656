package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Tier;
import io.yipiao.gateway.benefit.YearSoFar;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.canonical.Jcs;

import org.jdbi.v3.core.Handle;

import java.util.Optional;

/** What claims were computed to, and what a year adds up to. */
final class SheetStore {
    private SheetStore() {}

    /**
     * Which way a claim goes.
     *
     * @param tier how much looks at it
     */
    record Way(Route route, Tier tier) {}

    /** Keeps what a claim that stays where it is was computed to anew. */
    static void compute(Handle tx, ClaimNumber number, SheetResult result, Fen left) {
        tx.createUpdate(
                        """
                        UPDATE claim SET sheet = :sheet, salt = :salt, result = :result, left_fen = :left,
                            base_fen = :base, deductible_fen = :deductible, fund_fen = :fund
                        WHERE number = :number
                        """)
                .bind("sheet", Jcs.text(result.json()))
                .bind("salt", result.salt().bytes())
                .bind("result", result.digest().bytes())
                .bind("left", left.value())
                .bind("base", result.sheet().base().value())
                .bind("deductible", result.sheet().deductible().value())
                .bind("fund", result.sheet().fund().value())
                .bind("number", number.text())
                .execute();
    }

    /** The claim on the same bill that later sheets of the year build on already. */
    static Optional<ClaimNumber> counted(Handle tx, Claim claim) {
        return tx.createQuery(
                        """
                        SELECT number FROM claim
                        WHERE payer = :payer AND bill = :bill AND counted AND number <> :number
                        """)
                .bind("payer", claim.payer())
                .bind("bill", claim.bill())
                .bind("number", claim.number().text())
                .mapTo(String.class)
                .map(ClaimNumber::new)
                .findOne();
    }

    /** What was decided in a year, one claim left out. */
    static YearSoFar year(Handle tx, YearOf year, Optional<ClaimNumber> except) {
        return tx.createQuery(
                        """
                        SELECT count(*) AS stays, coalesce(sum(base_fen), 0) AS base,
                            coalesce(sum(deductible_fen), 0) AS deductible, coalesce(sum(fund_fen), 0) AS fund
                        FROM claim
                        WHERE patient = :patient AND payer = :payer AND care = :care AND year = :year
                          AND counted AND number <> :number
                        """)
                .bind("patient", Persons.bytes(year.patient()))
                .bind("payer", year.payer())
                .bind("care", year.care().name())
                .bind("year", year.number())
                .bind("number", except.map(ClaimNumber::text).orElse(""))
                .map((row, context) ->
                        new YearSoFar(
                                row.getInt("stays"),
                                new Fen(row.getLong("base")),
                                new Fen(row.getLong("deductible")),
                                new Fen(row.getLong("fund"))))
                .one();
    }
}
