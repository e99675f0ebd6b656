package io.yipiao.gateway.screen;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** One item of two bills, whatever its lines are called and however they are split. */
public record ItemMatch(ItemSide left, ItemSide right) {

    /** How the two sides stand to each other. */
    public enum Outcome {
        SAME,
        /** The amount differs. */
        OTHER_AMOUNT,
        /** The amount is the same, the days differ. */
        OTHER_DAY,
        ONLY_LEFT,
        ONLY_RIGHT
    }

    public Outcome outcome() {
        if (right.isEmpty()) {
            return Outcome.ONLY_LEFT;
        }
        if (left.isEmpty()) {
            return Outcome.ONLY_RIGHT;
        }
        if (left.amount().compareTo(right.amount()) != 0) {
            return Outcome.OTHER_AMOUNT;
        }
        return left.byDay().keySet().equals(right.byDay().keySet())
                ? Outcome.SAME
                : Outcome.OTHER_DAY;
    }

    /** Yuan that both bills charge for it. */
    double common() {
        return left.amount().min(right.amount()).doubleValue();
    }

    /** Yuan that the one charges that charges more. */
    double larger() {
        return left.amount().max(right.amount()).doubleValue();
    }

    /** How much of what both charge they charge on the same days, from 0 to 1. */
    double sameDays() {
        Map<LocalDate, BigDecimal> others = right.byDay();
        double same =
                left.byDay().entrySet().stream()
                        .mapToDouble(day ->
                                day.getValue()
                                        .min(others.getOrDefault(day.getKey(), BigDecimal.ZERO))
                                        .doubleValue())
                        .sum();
        return common() == 0 ? 0 : same / common();
    }
}
