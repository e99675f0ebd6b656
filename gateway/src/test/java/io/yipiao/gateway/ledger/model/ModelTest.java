package io.yipiao.gateway.ledger.model;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Random sequences of calls come out the same on the model and on the embedded ledger. */
class ModelTest {
    private static final boolean LONG = Boolean.getBoolean("yipiao.long");
    private static final int SEQUENCES =
            Integer.getInteger("yipiao.sequences", LONG ? 100_000 : 600);
    private static final int GROUP = 4_500;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 16;

    @Test
    void random_sequences_answer_and_end_the_same(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("yipiao.seed", System.nanoTime());
        System.out.println("Model beside the ledger: seed " + seed);
        Random random = new Random(seed);
        long begun = System.nanoTime();
        Map<String, Integer> outcomes = new TreeMap<>();
        try {
            for (int done = 0; done < SEQUENCES; done += GROUP) {
                // A new ledger each time: an old one would only hold what nobody asks for again.
                try (Table table = Table.open(folder.resolve("ledger-" + done), outcomes)) {
                    table.play(sequences(random, Math.min(GROUP, SEQUENCES - done)), random);
                }
                System.out.printf(
                        "  %d sequences, %d moves, %d s%n",
                        Math.min(SEQUENCES, done + GROUP),
                        outcomes.values().stream().mapToInt(Integer::intValue).sum(),
                        (System.nanoTime() - begun) / 1_000_000_000);
            }
        } catch (Differs difference) {
            fail("seed " + seed + ": " + difference.getMessage(), difference);
        }
        System.out.println("  " + outcomes);
        if (SEQUENCES >= GROUP) {
            checkEverythingCameUp(outcomes);
        }
    }

    /** Many random tries are worth something only if they come to every outcome. */
    private static void checkEverythingCameUp(Map<String, Integer> outcomes) {
        TreeSet<String> missing = new TreeSet<>(Table.EXPECTED);
        outcomes.keySet().forEach(key -> missing.remove(key.replaceFirst(".* ", "")));
        assertTrue(missing.isEmpty(), () -> "never came up: " + missing);
    }

    private static List<List<Move>> sequences(Random random, int count) {
        List<List<Move>> sequences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Move> moves = new ArrayList<>();
            String usual = Move.PAYERS.get(random.nextInt(Move.PAYERS.size()));
            int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
            for (int step = 0; step < length; step++) {
                moves.add(Move.random(random, usual));
            }
            sequences.add(moves);
        }
        return sequences;
    }
}
