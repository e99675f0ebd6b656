package io.yipiao.network.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a contender stands to its baseline, run by run.
 *
 * @param beside the baseline
 * @param median of the runs' ratios, with the least and the most of them
 */
public record Ratio(Series beside, double median, double least, double most, int runs) {

    static Ratio of(Series beside, double[] ratios) {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Ratio(beside, median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    /** Such as {@code 0.82 × (0.78 – 0.85, 5 runs)}. */
    String words() {
        String number = median >= 10 ? "%.0f" : "%.2f";
        return String.format(
                Locale.ROOT,
                number + " × (" + number + " – " + number + ", %d runs)",
                median,
                least,
                most,
                runs);
    }
}
