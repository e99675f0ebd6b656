package io.yipiao.verifier.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lines are numbered, sum to category totals, these to the bill's total; so do the payments. */
final class LineRules {
    private LineRules() {}

    static void checkNumbers(List<FeeLine> lines) {
        if (lines.isEmpty() || lines.size() > Bill.MOST_LINES) {
            throw new InvalidValue(
                    "lines", "1 to " + Bill.MOST_LINES + " fee lines", lines.size() + "");
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).sequence() != i + 1) {
                throw new InvalidValue(
                        "lines[" + i + "].sequence", i + 1 + "", lines.get(i).sequence() + "");
            }
        }
    }

    /** The categories' sums, each rounded half up to a fen; they may be beyond a bill's amounts. */
    static SortedMap<Category, Fen> sums(List<FeeLine> lines) {
        Map<Category, BigDecimal> exact = new EnumMap<>(Category.class);
        for (FeeLine line : lines) {
            exact.merge(line.category(), line.amount(), BigDecimal::add);
        }
        SortedMap<Category, Fen> sums = new TreeMap<>();
        exact.forEach((category, sum) -> sums.put(category, rounded(category, sum)));
        return sums;
    }

    private static Fen rounded(Category category, BigDecimal sum) {
        BigDecimal fen = sum.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        if (fen.compareTo(BigDecimal.valueOf(Fen.LARGEST)) > 0) {
            throw new InvalidValue(
                    "categoryTotals." + category.code(), "at most " + Fen.LARGEST, fen + " fen");
        }
        return new Fen(fen.longValueExact());
    }

    static void checkTotals(
            List<FeeLine> lines, SortedMap<Category, Fen> printed, Payments payments) {
        SortedMap<Category, Fen> sums = sums(lines);
        if (!printed.keySet().equals(sums.keySet())) {
            throw new InvalidValue(
                    "categoryTotals", "the categories " + codes(sums), codes(printed));
        }
        long total = 0;
        for (Map.Entry<Category, Fen> entry : printed.entrySet()) {
            checkTotal(entry.getKey(), entry.getValue(), sums);
            total += entry.getValue().value();
        }
        if (payments.total().value() != total) {
            throw new InvalidValue(
                    "payments", "the total of " + total + " fen", payments.total().value() + "");
        }
    }

    private static void checkTotal(Category category, Fen printed, Map<Category, Fen> sums) {
        Fen sum = sums.getOrDefault(category, Fen.ZERO);
        if (Math.abs(sum.value() - printed.value()) > 1) {
            throw new InvalidValue(
                    "categoryTotals." + category.code(),
                    sum.value() + " fen, or one fen beside it",
                    printed.value() + "");
        }
    }

    private static String codes(SortedMap<Category, Fen> totals) {
        return totals.keySet().stream().map(Category::code).toList().toString();
    }
}
