package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;

import java.util.regex.Pattern;

/** A payer's number for a claim: 1 to 64 letters, digits, full stops, hyphens, underscores. */
public record ClaimNumber(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    public ClaimNumber {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a claim's number: " + text);
        }
    }

    /** Reads a number from outside. */
    public static ClaimNumber of(String text) throws FieldException {
        if (!SHAPE.matcher(text).matches()) {
            throw new FieldException("claim", "1 to 64 of 0-9 A-Z a-z . _ -", text);
        }
        return new ClaimNumber(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
