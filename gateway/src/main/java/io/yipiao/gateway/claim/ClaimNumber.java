package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.FieldException;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What names a claim to people and on the ledger: four groups of four digits and capitals, drawn at
 * random (80 bits) from those that are not mistaken for one another, such as {@code
 * 7K2M-9QXT-4ACD-3WPN}.
 */
public record ClaimNumber(String text) {
    private static final String SYMBOLS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");

    public ClaimNumber {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a claim's number: " + text);
        }
    }

    /** Reads a number from outside. */
    public static ClaimNumber of(String text) throws FieldException {
        if (!SHAPE.matcher(text).matches()) {
            throw new FieldException("claim", "a number such as 7K2M-9QXT-4ACD-3WPN", text);
        }
        return new ClaimNumber(text);
    }

    static ClaimNumber draw(RandomGenerator random) {
        StringBuilder text = new StringBuilder(19);
        for (int i = 0; i < 16; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "");
            text.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return new ClaimNumber(text.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
