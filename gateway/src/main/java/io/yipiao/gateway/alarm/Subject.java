package io.yipiao.gateway.alarm;

import io.yipiao.verifier.canonical.Digest;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What an alarm is about, by a name that tells nobody anything personal.
 *
 * @param id 1 to 200 letters, digits and {@code . _ : / -}
 */
public record Subject(Type type, String id) {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z._:/-]{1,200}");

    /** Whose name it is. */
    public enum Type {
        /** A bill by its index on the ledger, 64 hexadecimal digits. */
        BILL,
        /** A bill by its id in our tables; two of them, joined by a slash, are a pair. */
        STORED_BILL,
        /** A claim by its number. */
        CLAIM,
        /** A hospital by its number; what of it may follow after a slash. */
        ISSUER,
        /** The ledger; which organisation's peer may follow. */
        LEDGER
    }

    public Subject {
        if (!ID.matcher(id).matches() || Fact.looksPersonal(id)) {
            throw new IllegalArgumentException("an alarm's subject is an id, not \"" + id + '"');
        }
    }

    public static Subject bill(Digest index) {
        return new Subject(Type.BILL, index.hex());
    }

    public static Subject bill(UUID id) {
        return new Subject(Type.STORED_BILL, id.toString());
    }

    /** Two bills, whichever of them is named first. */
    public static Subject pair(UUID one, UUID other) {
        String first = one.toString();
        String second = other.toString();
        return new Subject(
                Type.STORED_BILL,
                first.compareTo(second) < 0 ? first + '/' + second : second + '/' + first);
    }

    public static Subject claim(String number) {
        return new Subject(Type.CLAIM, number);
    }

    public static Subject issuer(int number) {
        return new Subject(Type.ISSUER, Integer.toString(number));
    }

    /**
     * Something of a hospital.
     *
     * @param part such as {@code key/2} or a day and a code
     */
    public static Subject issuer(int number, String part) {
        return new Subject(Type.ISSUER, number + "/" + part);
    }

    /**
     * The ledger as somebody holds it.
     *
     * @param holder such as an organisation's peer
     */
    public static Subject ledger(String holder) {
        return new Subject(Type.LEDGER, holder);
    }
}
