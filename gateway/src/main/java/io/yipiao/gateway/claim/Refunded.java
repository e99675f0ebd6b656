package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Finding;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Category;
import io.yipiao.verifier.bill.FeeLine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries findings over to the bill that replaces another. Lines are numbered anew there, so they
 * are known by what was given when; of several that are the same, those of the nearest number go
 * together. What was refunded bears no finding any more.
 */
final class Refunded {
    private Refunded() {}

    /** What a line charges for, whatever its number and quantity. */
    private record Charge(
            Category category, String code, String own, String name, BigDecimal price, Instant at) {
        static Charge of(FeeLine line) {
            return new Charge(
                    line.category(),
                    line.catalogueCode(),
                    line.hospitalCode(),
                    line.name(),
                    line.unitPrice(),
                    line.at());
        }
    }

    static List<Finding> carry(List<Finding> findings, Bill before, Bill after) {
        Set<Integer> taken = new HashSet<>();
        List<Finding> carried = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<FeeLine> same =
                    before.lines().stream()
                            .filter(line -> line.sequence() == finding.line())
                            .flatMap(line -> same(line, after, taken).stream())
                            .findFirst();
            same.ifPresent(line -> {
                taken.add(line.sequence());
                carried.add(new Finding(line.sequence(), finding.amount(), finding.words()));
            });
        }
        return carried;
    }

    private static Optional<FeeLine> same(FeeLine old, Bill after, Set<Integer> taken) {
        return after.lines().stream()
                .filter(line -> !taken.contains(line.sequence()))
                .filter(line -> Charge.of(line).equals(Charge.of(old)))
                .min(Comparator.comparingInt(line -> Math.abs(line.sequence() - old.sequence())));
    }
}
