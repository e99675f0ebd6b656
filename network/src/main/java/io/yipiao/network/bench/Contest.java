package io.yipiao.network.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contenders that run in turn, so that whatever the machine does besides befalls all of them. Each
 * begins the round once, and a first round warms up and does not count.
 */
public final class Contest {
    private final Map<String, Contender> contenders = new LinkedHashMap<>();

    /** One run of a contender: how much it did, or how long it took. */
    @FunctionalInterface
    public interface Trial {
        double run(int run) throws Exception;
    }

    private record Contender(Unit unit, Trial trial, List<Double> runs) {}

    public Contest with(String label, Unit unit, Trial trial) {
        contenders.put(label, new Contender(unit, trial, new ArrayList<>()));
        return this;
    }

    /**
     * Runs all of them.
     *
     * @return a series each, in the order they were given
     */
    public List<Series> run(int runs) throws Exception {
        List<Contender> order = new ArrayList<>(contenders.values());
        for (int run = 0; run <= runs; run++) {
            for (int i = 0; i < order.size(); i++) {
                Contender next = order.get((run + i) % order.size());
                double value = next.trial().run(run);
                if (run > 0) {
                    next.runs().add(value);
                }
            }
        }
        List<Series> all = new ArrayList<>();
        contenders.forEach((label, contender) ->
                all.add(new Series(label, contender.unit(), contender.runs())));
        return all;
    }

    /** The first series as a line, the others beside it. */
    public Line line(String id, String title, int runs, Goal goal) throws Exception {
        List<Series> all = run(runs);
        return new Line(id, title, all.getFirst(), all.subList(1, all.size()), goal);
    }
}
