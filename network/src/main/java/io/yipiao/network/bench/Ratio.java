package io.yipiao.network.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How a contender stands to its baseline, run by run.
 *
 * @param beside the baseline
 * @param median of the runs' ratios, with the least and the most of them
 */
public record Ratio(Series beside, double median, double least, double most, int runs) {

    static Ratio of(Series beside, List<Double> ratios) {
        return new Ratio(
                beside,
                Series.median(ratios),
                Collections.min(ratios),
                Collections.max(ratios),
                ratios.size());
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
