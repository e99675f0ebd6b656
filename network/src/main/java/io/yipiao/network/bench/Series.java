package io.yipiao.network.bench;

import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;

/**
 * What one contender did, a number a run.
 *
 * @param label who it was
 * @param runs at least one
 */
public record Series(String label, Unit unit, List<Double> runs) {
    public Series {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(label + " did not run");
        }
    }

    public double median() {
        return median(runs);
    }

    /** The middle of some numbers, or what lies between the middle two. */
    static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    public double least() {
        return runs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double most() {
        return runs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** This by another, run by run. */
    Ratio by(Series other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(runs.size(), other.runs.size()); i++) {
            ratios.add(runs.get(i) / other.runs.get(i));
        }
        return Ratio.of(other, ratios);
    }

    /** The median, and the spread if there is one. */
    String words() {
        return runs.size() == 1
                ? unit.write(median())
                : unit.write(median())
                        + " ("
                        + unit.write(least())
                        + " – "
                        + unit.write(most())
                        + ")";
    }

    Json.Members json() {
        return Json.object()
                .put("label", label)
                .put("unit", unit.name())
                .put("runs", Json.texts(runs.stream().map(run -> "" + run).toList()))
                .put("median", "" + median())
                .end();
    }
}
