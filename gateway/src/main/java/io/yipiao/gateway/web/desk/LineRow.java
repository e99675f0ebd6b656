package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.benefit.LineShare;
import io.yipiao.gateway.web.Frame;
import io.yipiao.verifier.bill.FeeLine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A fee line with what is taken off it.
 *
 * @param taken what is taken off, in words and yuan
 * @param finding what was found on it; empty if nothing
 * @param ticked whether the clerk disallows it
 */
public record LineRow(
        int sequence,
        String name,
        String code,
        String specification,
        String quantity,
        String price,
        String amount,
        String category,
        List<String> taken,
        String finding,
        boolean ticked) {
    public LineRow {
        taken = List.copyOf(taken);
    }

    static LineRow of(
            FeeLine line, Optional<LineShare> share, String finding, boolean ticked, Frame frame) {
        return new LineRow(
                line.sequence(),
                line.name(),
                line.catalogueCode(),
                line.specification(),
                line.quantity().toPlainString(),
                line.unitPrice().toPlainString(),
                yuan(line.amount()),
                frame.say(
                        "desk.class."
                                + share.map(LineShare::catalogueClass)
                                        .orElse(line.catalogueClass())),
                share.map(known -> taken(known, frame)).orElse(List.of()),
                finding,
                ticked);
    }

    private static List<String> taken(LineShare share, Frame frame) {
        return share.taken().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(part -> frame.say("desk.taken." + part.getKey()) + " " + yuan(part.getValue()))
                .toList();
    }

    /** At least two places, and the others where a line has them. */
    private static String yuan(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(2, shortest.scale())).toPlainString();
    }
}
