package io.yipiao.gateway.control;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/**
 * What Finance says was issued.
 *
 * @param bills how many, red bills among them
 * @param total the sum of their totals, red bills' too, none of them negative
 * @param ranges which numbers were given out, in order; none if Finance does not say
 */
public record ControlTotal(IssueDay of, long bills, Fen total, List<NumberRange> ranges) {
    private static final int MOST_RANGES = 100;

    public ControlTotal {
        ranges = ranges.stream().sorted(Comparator.comparing(NumberRange::first)).toList();
        try {
            check(of, bills, ranges);
        } catch (FieldException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Takes what was said outside. */
    public static ControlTotal of(IssueDay of, long bills, Fen total, List<NumberRange> ranges)
            throws FieldException {
        check(of, bills, ranges.stream().sorted(Comparator.comparing(NumberRange::first)).toList());
        return new ControlTotal(of, bills, total, ranges);
    }

    private static void check(IssueDay of, long bills, List<NumberRange> ranges)
            throws FieldException {
        if (bills < 0) {
            throw new FieldException("bills", "how many bills", Long.toString(bills));
        }
        if (ranges.size() > MOST_RANGES) {
            throw new FieldException(
                    "ranges", "at most " + MOST_RANGES + " ranges", ranges.size() + " ranges");
        }
        String before = "";
        for (NumberRange range : ranges) {
            if (range.first().length() != of.digits()) {
                throw new FieldException(
                        "ranges.first", of.digits() + " digits, as " + of.kind(), range.first());
            }
            if (range.first().compareTo(before) <= 0) {
                throw new FieldException(
                        "ranges", "each number once", range.first() + " stands in two ranges");
            }
            before = range.last();
        }
        BigInteger numbers = NumberRange.sizeOf(ranges);
        if (!ranges.isEmpty() && !numbers.equals(BigInteger.valueOf(bills))) {
            throw new FieldException(
                    "bills", "as many as the ranges have numbers: " + numbers, "" + bills);
        }
    }
}
