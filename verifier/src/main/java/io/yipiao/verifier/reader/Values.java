package io.yipiao.verifier.reader;

import io.yipiao.verifier.bill.FieldException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** Values that stand in JSON as text with one spelling. */
final class Values {
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

    /** An instant, {@code yyyy-MM-ddTHH:mm:ssZ}; Java reads other spellings too. */
    static Instant instant(String field, String text) throws FieldException {
        try {
            Instant instant = Instant.parse(text);
            if (text.length() == "yyyy-MM-ddTHH:mm:ssZ".length()
                    && instant.toString().equals(text)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Refused below, like an instant in another spelling.
        }
        throw new FieldException(field, "an instant such as 2026-09-13T02:21:07Z", text);
    }

    /** A day, {@code yyyy-MM-dd}; Java reads other spellings too. */
    static LocalDate day(String field, String text) throws FieldException {
        try {
            LocalDate day = LocalDate.parse(text);
            if (text.length() == "yyyy-MM-dd".length()) {
                return day;
            }
        } catch (DateTimeException e) {
            // Refused below, like a day in another spelling.
        }
        throw new FieldException(field, "a day such as 2026-09-13", text);
    }
}
