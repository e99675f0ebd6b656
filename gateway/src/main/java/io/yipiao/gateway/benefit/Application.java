package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;

import java.time.LocalDate;
import java.util.List;

/**
 * What a sheet is computed from.
 *
 * @param bill the bill
 * @param insured the patient, as the insurance knows him
 * @param emergency whether the visit was an emergency
 * @param findings what the audit disallows
 * @param year what was decided for him and this kind of care in the year of discharge
 * @param left what may still be claimed of the bill
 * @param received the day the claim came in, in Shanghai
 */
public record Application(
        Bill bill,
        Insured insured,
        boolean emergency,
        List<Finding> findings,
        YearSoFar year,
        Fen left,
        LocalDate received) {

    public Application {
        findings = List.copyOf(findings);
    }
}
