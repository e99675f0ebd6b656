package io.yipiao.verifier.bill;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of money in whole fen (0.01 yuan), never negative and below 2^40 fen, which is what a
 * core can carry.
 */
public record Fen(long value) implements Comparable<Fen> {
    /** The greatest amount a core's five bytes can hold: 10,995,116,277.75 yuan. */
    public static final long LARGEST = (1L << 40) - 1;

    public static final Fen ZERO = new Fen(0);

    private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,10})\\.([0-9]{2})");

    public Fen {
        if (value < 0 || value > LARGEST) {
            throw new IllegalArgumentException("an amount is 0 to " + LARGEST + " fen: " + value);
        }
    }

    /** Reads whole fen that came from outside. */
    public static Fen of(String field, long fen) throws FieldException {
        if (fen < 0 || fen > LARGEST) {
            throw new FieldException(field, "0 to " + LARGEST + " fen", Long.toString(fen));
        }
        return new Fen(fen);
    }

    /** Reads yuan with exactly two decimals, such as {@code 3354.30}. */
    public static Fen ofYuan(String field, String yuan) throws FieldException {
        var parts = YUAN.matcher(yuan);
        if (!parts.matches()) {
            throw new FieldException(field, "yuan with two decimals, such as 1234.50", yuan);
        }
        return of(field, Long.parseLong(parts.group(1)) * 100 + Long.parseLong(parts.group(2)));
    }

    public Fen plus(Fen other) {
        return new Fen(Math.addExact(value, other.value));
    }

    /** The difference, which the caller knows not to be negative. */
    public Fen minus(Fen other) {
        return new Fen(value - other.value);
    }

    public Fen atMost(Fen limit) {
        return value <= limit.value ? this : limit;
    }

    public boolean isZero() {
        return value == 0;
    }

    /** As yuan with two decimals and no grouping: {@code 3354.30}. */
    public String yuan() {
        return value / 100 + "." + (value % 100 < 10 ? "0" : "") + value % 100;
    }

    /** As yuan the way bills print them, thousands grouped: {@code 3,354.30}. */
    public String grouped() {
        return String.format(Locale.ROOT, "%,d.%02d", value / 100, value % 100);
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return yuan();
    }
}
