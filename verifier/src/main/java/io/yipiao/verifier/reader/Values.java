package io.yipiao.verifier.reader;

import io.yipiao.verifier.bill.FieldException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Values that stand in JSON as text with one spelling. */
final class Values {
    // The platform's parsers read other spellings too, and take ten times as long; a bill has an
    // instant a line.
    private static final String DAY = "0000-00-00";
    private static final String INSTANT = "0000-00-00T00:00:00Z";

    private Values() {}

    /** A constant by its name. */
    static <E extends Enum<E>> E oneOf(E[] constants, String field, String text)
            throws FieldException {
        for (E constant : constants) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new FieldException(field, "one of " + Arrays.toString(constants), text);
    }

    /** An instant, {@code yyyy-MM-ddTHH:mm:ssZ}. */
    static Instant instant(String field, String text) throws FieldException {
        try {
            if (hasShape(text, INSTANT)) {
                return dayIn(text)
                        .atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19))
                        .toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException e) {
            // Refused below, like an instant in another spelling.
        }
        throw new FieldException(field, "an instant such as 2026-09-13T02:21:07Z", text);
    }

    /** A day, {@code yyyy-MM-dd}. */
    static LocalDate day(String field, String text) throws FieldException {
        try {
            if (hasShape(text, DAY)) {
                return dayIn(text);
            }
        } catch (DateTimeException e) {
            // Refused below, like a day in another spelling.
        }
        throw new FieldException(field, "a day such as 2026-09-13", text);
    }

    private static boolean hasShape(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char here = text.charAt(i);
            if (shape.charAt(i) == '0' ? here < '0' || here > '9' : here != shape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static LocalDate dayIn(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static int number(String text, int from, int until) {
        return Integer.parseInt(text, from, until, 10);
    }
}
