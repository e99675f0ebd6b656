package io.yipiao.network.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.reader.JsonReader;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

final class TableTest {
    private static final Series OURS =
            new Series("ours", Unit.PER_SECOND, List.of(90.0, 80.0, 70.0));
    private static final Series BARE =
            new Series("bare", Unit.PER_SECOND, List.of(100.0, 100.0, 140.0));

    @Test
    void a_ratio_is_of_the_runs_one_by_one() {
        Ratio ratio = OURS.by(BARE);

        assertEquals(0.8, ratio.median());
        assertEquals(0.5, ratio.least());
        assertEquals(0.9, ratio.most());
        assertEquals("0.80 × (0.50 – 0.90, 3 runs)", ratio.words());
    }

    @Test
    void the_median_of_an_even_number_of_runs_lies_between_the_middle_two() {
        assertEquals(2.5, new Series("x", Unit.SECONDS, List.of(4.0, 1.0, 2.0, 3.0)).median());
    }

    @Test
    void more_is_better_of_rates_and_less_of_times() {
        assertTrue(line(OURS, Goal.of(80, "")).reached());
        assertFalse(line(OURS, Goal.of(81, "")).reached());
        assertTrue(line(OURS, Goal.ratio(0.8, "")).reached());
        Series time = new Series("ours", Unit.SECONDS, List.of(2.0));
        assertTrue(line(time, Goal.of(2, "")).reached());
        assertFalse(line(time, Goal.of(1.9, "")).reached());
    }

    @Test
    void a_missed_mark_is_told() throws Exception {
        Table table =
                new Table("2 cores", Scale.SMALL, List.of(line(OURS, Goal.of(1_000, "2,000/s"))));

        assertTrue(table.markdown().contains("| 1,000/s **missed** | 2,000/s |"), table::markdown);
        assertTrue(table.markdown().contains("bare: 100/s"), table::markdown);
        JsonReader.readObject(table.json().strip().getBytes(StandardCharsets.UTF_8));
        assertTrue(Picture.of(table).contains("0.80 ×"));
    }

    @Test
    void contenders_run_in_turn_and_the_first_round_does_not_count() throws Exception {
        List<String> order = new ArrayList<>();
        List<Series> series =
                new Contest()
                        .with("a", Unit.SECONDS, run -> ran(order, "a", run))
                        .with("b", Unit.SECONDS, run -> ran(order, "b", run))
                        .run(2);

        assertEquals(List.of("a0", "b0", "b1", "a1", "a2", "b2"), order);
        assertEquals(List.of(1.0, 2.0), series.getFirst().runs());
    }

    private static double ran(List<String> order, String who, int run) {
        order.add(who + run);
        return run;
    }

    private static Line line(Series ours, Goal goal) {
        return new Line("id", "title", ours, List.of(BARE), goal);
    }
}
