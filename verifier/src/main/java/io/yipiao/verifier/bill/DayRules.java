package io.yipiao.verifier.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The order of a bill's days, and the span its lines keep to. */
final class DayRules {
    /**
     * How long before admission a line may stand on an inpatient bill: examinations made ahead of a
     * planned stay (预住院) are billed with it.
     */
    private static final int DAYS_BEFORE_ADMISSION = 7;

    /**
     * A night at the emergency room crosses midnight, and charges of the last evening are booked
     * after it: a day on either side of what has no other reason.
     */
    private static final int DAYS_AROUND = 1;

    private DayRules() {}

    /** Born, admitted, discharged, issued: in this order. */
    static void checkDays(Instant issuedAt, Party patient, Encounter encounter) {
        Check.wholeSeconds("issuedAt", issuedAt);
        LocalDate issued = LocalDate.ofInstant(issuedAt, Bill.ZONE);
        Check.thisCentury("issuedAt", issued);
        Check.notBefore(
                "encounter.admitted", encounter.admitted(), "birthDate", patient.birthDate());
        Check.notBefore("issuedAt", issued, "discharged", encounter.discharged());
    }

    /** Care is given around the days of the visit or stay, and is billed after it was given. */
    static void checkLines(List<FeeLine> lines, Encounter encounter, Instant issuedAt) {
        int before = encounter.kind() == CareKind.INPATIENT ? DAYS_BEFORE_ADMISSION : DAYS_AROUND;
        Instant from = beginOf(encounter.admitted().minusDays(before));
        Instant until = beginOf(encounter.discharged().plusDays(DAYS_AROUND + 1));
        for (int i = 0; i < lines.size(); i++) {
            Instant at = lines.get(i).at();
            if (at.isBefore(from) || !at.isBefore(until)) {
                throw new InvalidValue(
                        "lines[" + i + "].at", "from " + from + ", before " + until, at + "");
            }
            if (at.isAfter(issuedAt)) {
                throw new InvalidValue(
                        "lines[" + i + "].at", "not after issuedAt " + issuedAt, at + "");
            }
        }
    }

    private static Instant beginOf(LocalDate day) {
        return day.atStartOfDay(Bill.ZONE).toInstant();
    }
}
