package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers of one bill code that Finance gave to an issuer (号段): {@code {from, to, issuer}}.
 *
 * @param from the first number, 10 digits
 * @param to the last number, 10 digits, not before the first
 * @param issuer whose numbers they are
 */
public record NumberRange(String from, String to, int issuer) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{10}");

    /** Reads a range among other members. */
    public static NumberRange of(Json.Members value) throws FieldException {
        String from = number(value, "from");
        String to = number(value, "to");
        if (from.compareTo(to) > 0) {
            throw new FieldException("to", "not before " + from, to);
        }
        return new NumberRange(from, to, value.whole("issuer", 1, Integer.MAX_VALUE));
    }

    static NumberRange read(Json.Members value) throws FieldException {
        value.only(Set.of("from", "to", "issuer"));
        return of(value);
    }

    Json.Members json() {
        return Json.object().put("from", from).put("to", to).put("issuer", issuer).end();
    }

    /** Whether a number of 10 digits lies within. */
    public boolean holds(String number) {
        return from.compareTo(number) <= 0 && number.compareTo(to) <= 0;
    }

    public boolean overlaps(NumberRange other) {
        return from.compareTo(other.to) <= 0 && other.from.compareTo(to) <= 0;
    }

    private static String number(Json.Members value, String field) throws FieldException {
        String number = value.text(field);
        if (!NUMBER.matcher(number).matches()) {
            throw new FieldException(field, "10 digits", number);
        }
        return number;
    }
}
