package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;

import java.util.regex.Pattern;

/**
 * Who reimburses (支付方), such as {@code basic}: a letter, then at most 31 letters, digits, hyphens.
 */
public record PayerId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public PayerId {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a payer's id: " + text);
        }
    }

    /** Reads an id from outside. */
    public static PayerId of(String text) throws FieldException {
        if (!SHAPE.matcher(text).matches()) {
            throw new FieldException("payer", "a letter, then at most 31 of a-z 0-9 -", text);
        }
        return new PayerId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
