package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Category;
import io.yipiao.verifier.bill.Fen;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is taken off a bill in whole fen. Lines bear four decimals and a category's total is their
 * rounded sum, so each category is settled by itself: what is in scope is rounded, the rest of the
 * category's total is shared out, and a fen that rounding leaves over falls to the largest
 * deduction. Thus the sheet closes, and no deduction reaches into another category.
 *
 * @param taken the sum of each deduction
 */
record Deductions(Map<Deduction, Fen> taken) {

    static Deductions of(Bill bill, List<LineShare> lines) {
        Map<Category, List<LineShare>> categories = new EnumMap<>(Category.class);
        for (int i = 0; i < lines.size(); i++) {
            Category category = bill.lines().get(i).category();
            categories.computeIfAbsent(category, key -> new ArrayList<>()).add(lines.get(i));
        }
        Map<Deduction, Fen> all = new EnumMap<>(Deduction.class);
        bill.categoryTotals()
                .forEach((category, total) ->
                        ofCategory(total, categories.getOrDefault(category, List.of()))
                                .forEach((kind, fen) -> all.merge(kind, fen, Fen::plus)));
        return new Deductions(all);
    }

    Fen taken(Deduction kind) {
        return taken.getOrDefault(kind, Fen.ZERO);
    }

    private static Map<Deduction, Fen> ofCategory(Fen total, List<LineShare> lines) {
        Map<Deduction, Fen> taken = new EnumMap<>(Deduction.class);
        for (Deduction kind : Deduction.values()) {
            Fen sum = Yuan.rounded(sum(lines.stream().map(line -> line.taken(kind)).toList()));
            if (!sum.isZero()) {
                taken.put(kind, sum);
            }
        }
        if (!taken.isEmpty()) {
            Fen scope = Yuan.rounded(sum(lines.stream().map(LineShare::inScope).toList()));
            level(taken, total.minus(scope.atMost(total)));
        }
        return taken;
    }

    /** Brings the deductions to a sum from which they differ by a few fen at most. */
    private static void level(Map<Deduction, Fen> taken, Fen sum) {
        long rest = sum.value() - taken.values().stream().mapToLong(Fen::value).sum();
        for (long fen = 0; fen < Math.abs(rest); fen++) {
            Deduction largest =
                    Collections.max(taken.entrySet(), Map.Entry.comparingByValue()).getKey();
            taken.computeIfPresent(
                    largest, (kind, old) -> new Fen(old.value() + Long.signum(rest)));
        }
    }

    private static BigDecimal sum(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
