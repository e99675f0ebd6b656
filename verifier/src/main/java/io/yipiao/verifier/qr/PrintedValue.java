package io.yipiao.verifier.qr;

import io.yipiao.verifier.bill.Fen;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Values as other vendors write them in their codes. They are shown and never computed with, so
 * what does not read is left out and makes no fault.
 */
final class PrintedValue {
    private static final Pattern YUAN = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,2})?");

    private PrintedValue() {}

    /** A day written yyyymmdd that the calendar has. */
    static Optional<LocalDate> day(String digits) {
        try {
            return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Yuan with up to two decimals; a red invoice's negative amount is left out. */
    static Optional<Fen> amount(String yuan) {
        if (!YUAN.matcher(yuan).matches()) {
            return Optional.empty();
        }
        int point = yuan.indexOf('.');
        String whole = point < 0 ? yuan : yuan.substring(0, point);
        String cents = point < 0 ? "" : yuan.substring(point + 1);
        return Optional.of(new Fen(Long.parseLong(whole + (cents + "00").substring(0, 2))));
    }
}
