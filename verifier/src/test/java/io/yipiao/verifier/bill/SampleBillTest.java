package io.yipiao.verifier.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

class SampleBillTest {
    private static final Map<String, String> CATEGORIES =
            Map.ofEntries(
                    Map.entry("01", "270.00"),
                    Map.entry("02", "120.00"),
                    Map.entry("03", "260.00"),
                    Map.entry("04", "120.00"),
                    Map.entry("05", "57.00"),
                    Map.entry("07", "126.00"),
                    Map.entry("08", "1357.00"),
                    Map.entry("09", "810.15"),
                    Map.entry("10", "19.95"),
                    Map.entry("11", "154.20"),
                    Map.entry("14", "60.00"));

    @Test
    void comes_to_3354_yuan_30_all_claimable() {
        Bill bill = Bills.sample();
        assertEquals("3354.30", bill.total().yuan());
        assertEquals("3354.30", bill.claimable().yuan());
    }

    @Test
    void has_eighteen_rows_of_which_one_is_six_lines() {
        assertEquals(23, Bills.sample().lines().size());
    }

    @Test
    void has_raw_lines_that_sum_to_three_tenths_of_a_fen_more() {
        BigDecimal sum =
                Bills.sample().lines().stream()
                        .map(FeeLine::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(new BigDecimal("3354.3030"), sum);
    }

    @Test
    void has_these_category_totals() {
        Map<String, String> totals =
                Bills.sample().categoryTotals().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.getKey().code(),
                                        entry -> entry.getValue().yuan()));
        assertEquals(new TreeMap<>(CATEGORIES), new TreeMap<>(totals));
    }

    @Test
    void was_issued_on_the_13th_of_september_in_shanghai() {
        assertEquals(LocalDate.of(2026, 9, 13), Bills.sample().issueDate());
    }

    @Test
    void has_an_outpatient_companion_that_is_small_enough_for_the_automatic_route() {
        assertEquals("474.65", Bills.outpatient().claimable().yuan());
    }
}
