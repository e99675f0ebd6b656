package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Payments;

import java.util.ArrayList;
import java.util.List;

/** Bills issued again after a partial refund. */
public final class Refunds {
    /** The computed tomography of the sample stay, 260.00. */
    public static final int SCAN = 12;

    private Refunds() {}

    /** The bill that replaces another, without one of its lines; the others are numbered anew. */
    public static Bill without(int line, Bill bill, int number) {
        Bill again = Bills.replacing(bill, number);
        List<FeeLine> lines = new ArrayList<>();
        for (FeeLine one : bill.lines()) {
            if (one.sequence() != line) {
                lines.add(one.numbered(lines.size() + 1));
            }
        }
        try {
            Fen total = Bill.categorySums(lines).values().stream().reduce(Fen.ZERO, Fen::plus);
            return new Bill(
                    again.id(),
                    again.checkCode(),
                    again.issuer(),
                    again.issuedAt(),
                    again.patient(),
                    again.encounter(),
                    new Payments(Fen.ZERO, Fen.ZERO, Fen.ZERO, total),
                    again.relation(),
                    lines);
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }
}
