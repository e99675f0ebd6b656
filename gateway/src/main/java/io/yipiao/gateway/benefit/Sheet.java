package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Fen;

import java.util.List;

/**
 * The calculation sheet of one bill. It closes: total = fund + deductible + ratioOwnPay +
 * firstOwnPay + overCeiling + fullOwnPay + disallowed + overAnnualCeiling + beyondLeft.
 *
 * @param total what the bill charges
 * @param disallowed 审核扣减
 * @param fullOwnPay 全自费
 * @param overCeiling 超限价自费
 * @param firstOwnPay 先行自付
 * @param deductible 起付标准, as far as this bill bears it
 * @param ratioOwnPay 比例自付: what the bands leave to the patient
 * @param overAnnualCeiling what the bands give but the year's ceiling cuts off
 * @param beyondLeft what exceeds what may still be claimed of the bill
 * @param fund what the fund pays
 * @param lines what was taken off each fee line, in the bill's order
 */
public record Sheet(
        Fen total,
        Fen disallowed,
        Fen fullOwnPay,
        Fen overCeiling,
        Fen firstOwnPay,
        Fen deductible,
        Fen ratioOwnPay,
        Fen overAnnualCeiling,
        Fen beyondLeft,
        Fen fund,
        List<LineShare> lines) {

    public Sheet {
        lines = List.copyOf(lines);
        long parts =
                List.of(
                                disallowed,
                                fullOwnPay,
                                overCeiling,
                                firstOwnPay,
                                deductible,
                                ratioOwnPay,
                                overAnnualCeiling,
                                beyondLeft,
                                fund)
                        .stream()
                        .mapToLong(Fen::value)
                        .sum();
        if (parts != total.value()) {
            throw new IllegalArgumentException("parts of " + parts + " fen of a total " + total);
        }
    }

    /** Runs what is in scope through a scheme's rule. */
    static Sheet of(
            Fen total,
            Deductions off,
            List<LineShare> lines,
            SchemeRule rule,
            YearSoFar year,
            Fen left) {
        Fen disallowed = off.taken(Deduction.DISALLOWED);
        Fen fullOwnPay = off.taken(Deduction.FULL_OWN_PAY);
        Fen overCeiling = off.taken(Deduction.OVER_CEILING);
        Fen firstOwnPay = off.taken(Deduction.FIRST_OWN_PAY);
        Fen inScope =
                total.minus(disallowed).minus(fullOwnPay).minus(overCeiling).minus(firstOwnPay);
        Fen deductible = rule.deductibleOwed(year).atMost(inScope);
        Fen base = inScope.minus(deductible);
        Fen due = Yuan.rounded(rule.bands().on(year.base(), base));
        Fen withinYear = due.atMost(rule.ceilingLeft(year));
        Fen fund = withinYear.atMost(left);
        return new Sheet(
                total,
                disallowed,
                fullOwnPay,
                overCeiling,
                firstOwnPay,
                deductible,
                base.minus(due),
                due.minus(withinYear),
                withinYear.minus(fund),
                fund,
                lines);
    }

    /** 符合政策范围 (inscp): what the scheme looks at. */
    public Fen inScope() {
        return total.minus(disallowed).minus(fullOwnPay).minus(overCeiling).minus(firstOwnPay);
    }

    /** What the bands run over. */
    public Fen base() {
        return inScope().minus(deductible);
    }

    /** All that the fund does not pay. */
    public Fen patient() {
        return total.minus(fund);
    }

    /** Whether a line names an item that the catalogue does not know. */
    public boolean hasUnknownItems() {
        return lines.stream().anyMatch(line -> !line.known());
    }
}
