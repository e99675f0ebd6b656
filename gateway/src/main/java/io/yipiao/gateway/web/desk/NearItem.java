package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.screen.ItemMatch;
import io.yipiao.gateway.screen.ItemMatch.Outcome;
import io.yipiao.gateway.screen.ItemSide;
import io.yipiao.gateway.web.Frame;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An item of two bills.
 *
 * @param tone of the outcome
 * @param left what this bill charges for it
 * @param right what the other one does
 */
public record NearItem(
        String name, String code, String tone, String outcome, Side left, Side right) {

    /**
     * What one bill says of it; all empty if it does not have it.
     *
     * @param lines the numbers of its lines
     */
    public record Side(String amount, String quantity, String days, String lines) {

        static Side of(ItemSide side, Frame frame) {
            if (side.isEmpty()) {
                return new Side("", "", "", "");
            }
            String numbers =
                    side.lines().stream()
                            .map(line -> Integer.toString(line.sequence()))
                            .collect(Collectors.joining(", "));
            return new Side(
                    yuan(side.amount()),
                    side.quantity().stripTrailingZeros().toPlainString(),
                    days(List.copyOf(side.byDay().keySet())),
                    frame.say("near.lines", numbers));
        }

        private static String yuan(BigDecimal amount) {
            BigDecimal shortest = amount.stripTrailingZeros();
            return shortest.setScale(Math.max(2, shortest.scale())).toPlainString();
        }

        private static String days(List<LocalDate> days) {
            String first = days.getFirst().toString();
            return days.size() == 1 ? first : first + " … " + days.getLast();
        }
    }

    static NearItem of(ItemMatch match, Frame frame) {
        var line = (match.left().isEmpty() ? match.right() : match.left()).lines().getFirst();
        Outcome outcome = match.outcome();
        return new NearItem(
                line.name(),
                line.catalogueCode(),
                outcome == Outcome.SAME ? "stop" : "mute",
                frame.say("near." + outcome),
                Side.of(match.left(), frame),
                Side.of(match.right(), frame));
    }
}
