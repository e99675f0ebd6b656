package io.yipiao.verifier.bill;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Decimals as our formats write them: digits, and where there is a fraction a point and its digits;
 * no sign, no exponent, no needless zero. {@code 45}, {@code 0.1365}, never {@code 45.00} or {@code
 * .5}. A canonical decimal has the least scale that is not negative, so that equal numbers are
 * equal values.
 */
public final class Decimals {
    /** Digits before the point: more than any amount of a bill needs. */
    public static final int WHOLE_DIGITS = 12;

    private static final Pattern SPELLING = Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?");

    private Decimals() {}

    /** Reads a decimal that has at most so many places. */
    public static BigDecimal read(String field, String text, int places) throws FieldException {
        // The length first: the constructor's work grows with its square.
        if (text.length() > WHOLE_DIGITS + 1 + places || !SPELLING.matcher(text).matches()) {
            throw new FieldException(field, spelling(places), text);
        }
        return InvalidValue.orFault(() -> canonical(field, new BigDecimal(text), places));
    }

    /** The one spelling of a canonical decimal. */
    public static String write(BigDecimal canonical) {
        return canonical.toPlainString();
    }

    static BigDecimal canonical(String field, BigDecimal number, int places) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (number.signum() < 0
                || shortest.scale() > places
                || (long) shortest.precision() - shortest.scale() > WHOLE_DIGITS) {
            throw new InvalidValue(field, spelling(places), number.toString());
        }
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static String spelling(int places) {
        return "a decimal of at most "
                + WHOLE_DIGITS
                + " digits and "
                + places
                + " places, not negative, without needless zeros";
    }
}
