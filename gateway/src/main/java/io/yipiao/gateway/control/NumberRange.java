package io.yipiao.gateway.control;

import io.yipiao.verifier.bill.FieldException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Numbers of bills one after another, the first and the last among them, all of as many digits.
 *
 * @param first 8 to 20 digits
 * @param last not below the first
 */
public record NumberRange(String first, String last) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{8,20}");

    public NumberRange {
        try {
            check(first, last);
        } catch (FieldException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Takes what was said outside. */
    public static NumberRange of(String first, String last) throws FieldException {
        check(first, last);
        return new NumberRange(first, last);
    }

    private static void check(String first, String last) throws FieldException {
        if (!DIGITS.matcher(first).matches()) {
            throw new FieldException("ranges.first", "8 to 20 digits", first);
        }
        if (!DIGITS.matcher(last).matches() || last.length() != first.length()) {
            throw new FieldException("ranges.last", "as many digits as " + first, last);
        }
        if (last.compareTo(first) < 0) {
            throw new FieldException("ranges.last", "not below " + first, last);
        }
    }

    /** How many there are. */
    public BigInteger size() {
        return new BigInteger(last).subtract(new BigInteger(first)).add(BigInteger.ONE);
    }

    /** How many there are in all of them. */
    static BigInteger sizeOf(List<NumberRange> ranges) {
        return ranges.stream().map(NumberRange::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** {@code FIRST-LAST}, one number by itself, several separated by commas. */
    public static String text(List<NumberRange> ranges) {
        return ranges.stream().map(NumberRange::toString).collect(Collectors.joining(","));
    }

    /** Reads what {@link #text} wrote. */
    static List<NumberRange> read(String text) {
        List<NumberRange> ranges = new ArrayList<>();
        for (String range : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] ends = range.split("-", 2);
            ranges.add(new NumberRange(ends[0], ends[ends.length - 1]));
        }
        return ranges;
    }

    @Override
    public String toString() {
        return first.equals(last) ? first : first + "-" + last;
    }
}
