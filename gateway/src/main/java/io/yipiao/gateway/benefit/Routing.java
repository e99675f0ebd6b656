package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Fen;

import java.time.LocalDate;

/**
 * The amounts by which claims are routed.
 *
 * @param validFrom from which day of discharge
 * @param smallClaim the greatest total of a bill that goes the automatic route
 * @param lowInpatient the greatest fund of an inpatient claim of low risk
 * @param lowOutpatient the same of any other claim
 * @param highFund the fund above which risk is high
 * @param highElsewhere the total above which a bill from elsewhere is of high risk
 */
public record Routing(
        LocalDate validFrom,
        Fen smallClaim,
        Fen lowInpatient,
        Fen lowOutpatient,
        Fen highFund,
        Fen highElsewhere)
        implements Dated {
    static final String FILE = "routing.csv";
    static final String COLUMNS =
            "valid_from,small_claim_total,low_inpatient_fund,low_outpatient_fund,"
                    + "high_fund,high_elsewhere_total";

    static Routing read(Row row) throws TableException {
        return new Routing(
                row.day("valid_from"),
                row.yuan("small_claim_total"),
                row.yuan("low_inpatient_fund"),
                row.yuan("low_outpatient_fund"),
                row.yuan("high_fund"),
                row.yuan("high_elsewhere_total"));
    }

    /** Whether the claim is decided without a person. */
    public boolean automatic(RouteFacts facts) {
        return facts.city()
                && facts.issued()
                && !facts.conflict()
                && !facts.duplicate()
                && facts.care() == CareKind.OUTPATIENT
                && facts.total().compareTo(smallClaim) <= 0
                && facts.doubts() == 0
                && facts.accountConfirmed();
    }

    public Tier tier(RouteFacts facts) {
        if (facts.conflict()
                || facts.duplicate()
                || facts.fund().compareTo(highFund) > 0
                || (!facts.issued() && facts.total().compareTo(highElsewhere) > 0)) {
            return Tier.HIGH;
        }
        Fen low = facts.care() == CareKind.INPATIENT ? lowInpatient : lowOutpatient;
        boolean small = facts.fund().compareTo(low) <= 0;
        return facts.issued() && facts.doubts() == 0 && small ? Tier.LOW : Tier.MIDDLE;
    }
}
