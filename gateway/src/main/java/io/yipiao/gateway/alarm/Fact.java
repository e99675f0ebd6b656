package io.yipiao.gateway.alarm;

import java.util.regex.Pattern;

/** What may be said of an alarm beside its kind and subject: ids, numbers, amounts, hashes. */
public enum Fact {
    /** A hospital's number. */
    ISSUER,
    /** A key's sequence. */
    KEY,
    /** A bill by its id in our tables. */
    BILL,
    OTHER_BILL,
    /** A bill's code and number as on its face, joined by a hyphen. */
    BILL_NUMBER,
    FINGERPRINT,
    OTHER_FINGERPRINT,
    CLAIM,
    OTHER_CLAIM,
    PAYER,
    /** Yuan with two decimals. */
    AMOUNT,
    /** A day, {@code 2026-09-30}. */
    DAY,
    CODE,
    COUNT,
    /** Numbers or ranges of them, separated by commas. */
    NUMBERS,
    /** Of a hundred. */
    SCORE,
    HEIGHT,
    OTHER_HEIGHT,
    /** A block's hash. */
    HASH,
    OTHER_HASH,
    /** What a peer made of a block. */
    COMMIT_HASH,
    OTHER_COMMIT_HASH,
    /** Blocks behind. */
    LAG,
    /** An instant, {@code 2026-09-30T04:00:00Z}. */
    SILENT_SINCE,
    ORGANISATION,
    PEER,
    OTHER_PEER;

    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7E]{1,2000}");

    /** Resident identity numbers and mobile telephones; bills' own numbers are neither. */
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "(?<![0-9A-Za-z])([1-9][0-9]{16}[0-9Xx]|1[3-9][0-9]{9})(?![0-9A-Za-z])");

    static boolean looksPersonal(String text) {
        return PERSONAL.matcher(text).find();
    }

    /** Refuses text that could hold a name or what identifies a person. */
    void check(String value) {
        if (!PLAIN.matcher(value).matches() || looksPersonal(value)) {
            throw new IllegalArgumentException(
                    "an alarm's " + this + " is plain ASCII and nothing personal");
        }
    }
}
