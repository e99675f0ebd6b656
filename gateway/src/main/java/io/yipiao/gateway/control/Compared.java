package io.yipiao.gateway.control;

import io.yipiao.verifier.bill.Fen;

import java.time.Instant;
import java.util.List;

/**
 * A control total beside the bills that came.
 *
 * @param version of the total, from 1; each correction is the next
 * @param bills how many came
 * @param total the sum of their totals
 * @param missing numbers that did not come
 * @param certain whether all of these are missing; else some may never have been given out
 */
public record Compared(
        ControlTotal stated,
        int version,
        long bills,
        Fen total,
        List<NumberRange> missing,
        boolean certain,
        Instant comparedAt) {
    public Compared {
        missing = List.copyOf(missing);
    }

    /** How many are missing; negative: so many more came than Finance knows of. */
    public long missingBills() {
        return stated.bills() - bills;
    }

    /** What is missing in fen; negative: so much more came. */
    public long missingFen() {
        return stated.total().value() - total.value();
    }

    /** Whether exactly what Finance says came. */
    public boolean isComplete() {
        return missingBills() == 0 && missingFen() == 0 && missing.isEmpty();
    }
}
