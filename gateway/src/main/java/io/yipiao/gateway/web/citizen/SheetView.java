package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.LineRow;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A calculation sheet to be read and printed. Its parts add up to the bill's total, to the fen.
 *
 * @param number the claim's
 * @param parts empty until the claim is decided
 * @param total what the bill charges
 * @param fund what the fund pays
 * @param lines the fee lines with what was taken off each
 */
public record SheetView(
        String number,
        String bill,
        List<Part> parts,
        String total,
        String fund,
        List<LineRow> lines) {
    public SheetView {
        parts = List.copyOf(parts);
        lines = List.copyOf(lines);
    }

    /**
     * A part of the total.
     *
     * @param why it is not paid, or how it is
     */
    public record Part(String label, String why, String amount) {}

    /** The sheet of a claim that its reader may see. */
    public static SheetView of(
            ClaimView claim,
            Bill bill,
            Optional<Sheet> sheet,
            List<Finding> findings,
            Frame frame) {
        return new SheetView(
                claim.number().text(),
                claim.identity().number(),
                sheet.map(known -> parts(known, frame)).orElse(List.of()),
                frame.yuan(bill.total()),
                sheet.map(known -> frame.yuan(known.fund())).orElse(""),
                sheet.map(known -> LineRow.of(bill, known, findings, frame)).orElse(List.of()));
    }

    /** Whether there is something to show. */
    public boolean computed() {
        return !parts.isEmpty();
    }

    private static List<Part> parts(Sheet sheet, Frame frame) {
        List<Part> parts = new ArrayList<>();
        add(parts, "disallowed", sheet.disallowed(), frame);
        add(parts, "full-own-pay", sheet.fullOwnPay(), frame);
        add(parts, "over-ceiling", sheet.overCeiling(), frame);
        add(parts, "first-own-pay", sheet.firstOwnPay(), frame);
        add(parts, "deductible", sheet.deductible(), frame);
        add(parts, "ratio-own-pay", sheet.ratioOwnPay(), frame);
        add(parts, "over-annual-ceiling", sheet.overAnnualCeiling(), frame);
        add(parts, "beyond-left", sheet.beyondLeft(), frame);
        parts.add(
                new Part(
                        frame.say("sheet.fund"),
                        frame.say("sheet.fund.why"),
                        frame.yuan(sheet.fund())));
        return parts;
    }

    private static void add(List<Part> parts, String key, Fen amount, Frame frame) {
        if (!amount.isZero()) {
            parts.add(
                    new Part(
                            frame.say("sheet." + key),
                            frame.say("sheet." + key + ".why"),
                            frame.yuan(amount)));
        }
    }
}
