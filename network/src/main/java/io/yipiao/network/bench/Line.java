package io.yipiao.network.bench;

import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.Locale;

/**
 * A line of the table.
 *
 * @param id by which limits are set
 * @param title what was measured
 * @param ours what we did
 * @param beside what the baselines did in the same runs; perhaps none
 */
public record Line(String id, String title, Series ours, List<Series> beside, Goal goal) {
    public Line {
        beside = List.copyOf(beside);
    }

    /** How ours stands to each baseline. */
    public List<Ratio> ratios() {
        return beside.stream().map(ours::by).toList();
    }

    /** Whether the first mark is reached; true if there is none. */
    public boolean reached() {
        if (goal.isNone()) {
            return true;
        }
        double value = goal.isRatio() ? ratios().getFirst().median() : ours.median();
        return ours.unit().moreIsBetter() ? value >= goal.mark() : value <= goal.mark();
    }

    /** The first mark in words. */
    String mark() {
        if (goal.isNone()) {
            return "–";
        }
        return goal.isRatio()
                ? (ours.unit().moreIsBetter() ? "≥ " : "≤ ")
                        + String.format(Locale.ROOT, "%.2f", goal.mark())
                        + " ×"
                : ours.unit().write(goal.mark());
    }

    Json.Members json() {
        return Json.object()
                .put("id", id)
                .put("title", title)
                .put("ours", ours.json())
                .put("beside", beside.stream().map(Series::json).toList())
                .put("reached", reached())
                .end();
    }
}
