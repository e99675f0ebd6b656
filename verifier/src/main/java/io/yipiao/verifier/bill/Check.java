package io.yipiao.verifier.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The checks that several values of a bill share. */
final class Check {
    /** The days a bill can speak of: its core writes a date as eight digits, of this century. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    private Check() {}

    /**
     * Text a person can read and compare: in NFC (canonical JSON is written over NFC), neither
     * begun nor ended by white space, without characters that do not show, which could make two
     * different names look alike. Its length is counted in code points.
     */
    static void text(String field, String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        if (length < least || length > most) {
            throw new InvalidValue(field, least + " to " + most + " characters", length + "");
        }
        if (!text.strip().equals(text)) {
            throw new InvalidValue(field, "no white space at either end", text);
        }
        if (!shows(text)) {
            throw new InvalidValue(field, "characters that show", text);
        }
        if (!Nfc.is(text)) {
            throw new InvalidValue(field, "Unicode NFC", text);
        }
    }

    private static boolean shows(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            switch (Character.getType(text.codePointAt(i))) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> {
                    return false;
                }
                default -> {
                    // It shows, if only as a space.
                }
            }
        }
        return true;
    }

    static void wholeSeconds(String field, Instant instant) {
        if (!instant.truncatedTo(ChronoUnit.SECONDS).equals(instant)) {
            throw new InvalidValue(field, "whole seconds", instant.toString());
        }
    }

    static void thisCentury(String field, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new InvalidValue(field, FIRST_DAY + " to " + LAST_DAY, day.toString());
        }
    }

    static void notBefore(String field, LocalDate later, String earlierField, LocalDate earlier) {
        if (later.isBefore(earlier)) {
            throw new InvalidValue(
                    field, "not before " + earlierField + " " + earlier, later.toString());
        }
    }
}
