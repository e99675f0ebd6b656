package io.yipiao.gateway.screen;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FeeLine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one bill says of one item: its lines of it, none if it has none.
 *
 * @param lines in the bill's order
 */
public record ItemSide(List<FeeLine> lines) {
    public ItemSide {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public BigDecimal amount() {
        return lines.stream().map(FeeLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal quantity() {
        return lines.stream().map(FeeLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was charged on each day. */
    public Map<LocalDate, BigDecimal> byDay() {
        return lines.stream()
                .collect(
                        Collectors.toMap(
                                line -> LocalDate.ofInstant(line.at(), Bill.ZONE),
                                FeeLine::amount,
                                BigDecimal::add,
                                TreeMap::new));
    }
}
