package io.yipiao.verifier.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Payments;

import org.junit.jupiter.api.Test;

import java.util.List;

class BillDifferenceTest {
    private static final Bill SAMPLE = Bills.sample();

    @Test
    void finds_nothing_between_equal_bills() {
        assertEquals(List.of(), BillDifference.between(SAMPLE, Bills.sample()));
    }

    @Test
    void names_the_field_with_both_values() {
        Payments payments = new Payments(Fen.ZERO, Fen.ZERO, new Fen(30_000), new Fen(305_430));
        assertEquals(
                List.of(
                        new BillDifference("payments.account", "0", "30000"),
                        new BillDifference("payments.cash", "335430", "305430")),
                BillDifference.between(SAMPLE, Bills.paid(SAMPLE, payments)));
    }

    @Test
    void names_what_only_one_of_them_has() {
        List<BillDifference> found =
                BillDifference.between(Bills.numbered(2), Bills.replacing(SAMPLE, 2));
        assertEquals(
                List.of("issuedAt", "relation"), found.stream().map(BillDifference::path).toList());
        assertEquals("", found.getLast().first());
    }

    @Test
    void names_lines_that_one_of_them_lacks() {
        List<String> paths =
                BillDifference.between(Bills.outpatient(), SAMPLE).stream()
                        .map(BillDifference::path)
                        .filter(path -> path.startsWith("lines["))
                        .filter(path -> !path.contains("."))
                        .toList();
        int common = Bills.outpatient().lines().size();
        assertEquals(SAMPLE.lines().size() - common, paths.size());
        assertEquals("lines[" + common + "]", paths.getFirst());
    }
}
