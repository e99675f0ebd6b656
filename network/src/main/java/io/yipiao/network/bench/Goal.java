package io.yipiao.network.bench;

/**
 * The first mark of a row, and where it is heading.
 *
 * @param mark a number in the row's unit, or in ratios to its first baseline
 * @param isRatio which of the two
 * @param heading in words
 */
public record Goal(double mark, boolean isRatio, String heading) {
    /** A row that is only watched. */
    public static final Goal NONE = new Goal(Double.NaN, false, "–");

    public static Goal of(double mark, String heading) {
        return new Goal(mark, false, heading);
    }

    public static Goal ratio(double mark, String heading) {
        return new Goal(mark, true, heading);
    }

    boolean isNone() {
        return Double.isNaN(mark);
    }
}
