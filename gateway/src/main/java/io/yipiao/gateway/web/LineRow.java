package io.yipiao.gateway.web;

import io.yipiao.gateway.benefit.Deduction;
import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.benefit.LineShare;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FeeLine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A fee line in a table.
 *
 * @param number its sequence number
 * @param price of one, in yuan
 * @param amount in yuan
 * @param remarks what was taken off it, and what was found; they stand under the line
 */
public record LineRow(
        int number,
        String name,
        String specification,
        String quantity,
        String price,
        String amount,
        List<String> remarks) {
    public LineRow {
        remarks = List.copyOf(remarks);
    }

    /** A bill's lines as the hospital listed them. */
    public static List<LineRow> of(Bill bill) {
        return bill.lines().stream().map(line -> of(line, List.of())).toList();
    }

    /** A bill's lines with what a sheet takes off each, and the findings that made it so. */
    public static List<LineRow> of(Bill bill, Sheet sheet, List<Finding> findings, Frame frame) {
        Map<Integer, LineShare> shares =
                sheet.lines().stream()
                        .collect(Collectors.toMap(LineShare::sequence, Function.identity()));
        return bill.lines().stream()
                .map(line -> {
                    List<String> remarks = new ArrayList<>();
                    LineShare share = shares.get(line.sequence());
                    if (share != null) {
                        remarks.addAll(taken(share, frame));
                    }
                    findings.stream()
                            .filter(finding -> finding.line() == line.sequence())
                            .map(Finding::words)
                            .forEach(remarks::add);
                    return of(line, remarks);
                })
                .toList();
    }

    private static List<String> taken(LineShare share, Frame frame) {
        List<String> taken = new ArrayList<>();
        for (Deduction kind : Deduction.values()) {
            BigDecimal part = share.taken(kind);
            if (part.signum() > 0) {
                taken.add(frame.say("line.taken." + kind.name(), yuan(part)));
            }
        }
        return taken;
    }

    private static LineRow of(FeeLine line, List<String> remarks) {
        return new LineRow(
                line.sequence(),
                line.name(),
                line.specification(),
                line.quantity().stripTrailingZeros().toPlainString(),
                yuan(line.unitPrice()),
                yuan(line.amount()),
                remarks);
    }

    /** With thousands apart, and with the places it needs beyond two. */
    private static String yuan(BigDecimal yuan) {
        int places = Math.max(2, yuan.stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + places + "f", yuan);
    }
}
