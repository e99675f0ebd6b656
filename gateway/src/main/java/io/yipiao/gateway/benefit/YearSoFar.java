package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Fen;

/**
 * What has been decided so far for a person and a kind of care in the year of discharge, in the
 * order of decisions; what was decided earlier is not opened again.
 *
 * @param stays how many bills
 * @param base their cumulated bases, on which the bands run
 * @param deductible what they bore of the deductible
 * @param fund what the fund paid on them
 */
public record YearSoFar(int stays, Fen base, Fen deductible, Fen fund) {
    /** A year in which nothing has been decided. */
    public static final YearSoFar NOTHING = new YearSoFar(0, Fen.ZERO, Fen.ZERO, Fen.ZERO);

    /** The year after one more sheet. */
    public YearSoFar with(Sheet sheet) {
        return new YearSoFar(
                stays + 1,
                base.plus(sheet.base()),
                deductible.plus(sheet.deductible()),
                fund.plus(sheet.fund()));
    }
}
