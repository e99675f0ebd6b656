package io.yipiao.gateway.screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.screen.MadePair.Kind;

import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 4,000 made pairs: who is found, and who is accused without a cause. */
class MadePairsTest {
    private static final long SEED = Long.getLong("yipiao.seed", 20_261_128L);
    private static final int OF_EACH = 500;
    private static final double RECALL = 0.99;
    private static final double FALSE_ALARMS = 0.005;

    @Test
    void finds_ninety_nine_of_a_hundred_and_accuses_one_innocent_of_two_hundred_at_most() {
        List<MadePair> pairs = new MadePairs(SEED).ofEach(OF_EACH);
        Map<Kind, Map<Level, Long>> levels = new EnumMap<>(Kind.class);
        for (MadePair pair : pairs) {
            levels.computeIfAbsent(pair.kind(), kind -> new EnumMap<>(Level.class))
                    .merge(told(pair), 1L, Long::sum);
        }
        System.out.printf("Near duplicates among %d made pairs, seed %d:%n", pairs.size(), SEED);
        levels.forEach((kind, counts) -> System.out.printf("  %-24s %s%n", kind, counts));
        double recall = rate(levels, true);
        double falseAlarms = rate(levels, false);
        System.out.printf("  recall %.4f, false alarms %.4f%n", recall, falseAlarms);
        assertTrue(recall >= RECALL, "recall " + recall);
        assertTrue(falseAlarms <= FALSE_ALARMS, "false alarms " + falseAlarms);
    }

    /** What a clerk would be told; a bill that replaces another explains itself. */
    private static Level told(MadePair pair) {
        boolean reissued =
                pair.second().relation().filter(r -> r.of().equals(pair.first().id())).isPresent();
        return reissued ? Level.LOW : Likeness.of(pair.first(), pair.second()).level();
    }

    private static double rate(Map<Kind, Map<Level, Long>> levels, boolean duplicates) {
        Map<Level, Long> all =
                levels.entrySet().stream()
                        .filter(kind -> kind.getKey().isDuplicate() == duplicates)
                        .flatMap(kind -> kind.getValue().entrySet().stream())
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry::getValue, Long::sum));
        double total = all.values().stream().mapToLong(Long::longValue).sum();
        return (all.getOrDefault(Level.HIGH, 0L) + all.getOrDefault(Level.MEDIUM, 0L)) / total;
    }
}
