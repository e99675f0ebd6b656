package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.bill.Relation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a hospital issues to take a bill back: a red bill for the whole of it and, if only some
 * lines are refunded, a bill of the others that replaces it.
 *
 * @param at when, to the second; never before the bill itself
 */
public record Refund(Bill original, Instant at) {
    public Refund {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        at = second.isBefore(original.issuedAt()) ? original.issuedAt() : second;
    }

    /** The red bill, for the whole. */
    public Bill red(BillId id, Optional<String> checkCode) throws FieldException {
        return bill(id, checkCode, Relation.Kind.REVERSES, original.payments(), original.lines());
    }

    /** The paper that the bill is exchanged to; it bears no check code. */
    public Bill paper(BillId id) throws FieldException {
        return bill(
                id,
                Optional.empty(),
                Relation.Kind.EXCHANGES,
                original.payments(),
                original.lines());
    }

    /**
     * The bill of what is left, its lines numbered anew and its totals summed anew.
     *
     * @param refunded the numbers of lines that are given back: some, not all
     */
    public Bill renewed(Set<Integer> refunded, BillId id, Optional<String> checkCode)
            throws FieldException {
        List<FeeLine> left = new ArrayList<>();
        for (FeeLine line : original.lines()) {
            if (!refunded.contains(line.sequence())) {
                left.add(line.numbered(left.size() + 1));
            }
        }
        if (left.isEmpty() || left.size() == original.lines().size()) {
            throw new FieldException("lines", "some lines, not all", refunded.size() + " lines");
        }
        long total = Bill.categorySums(left).values().stream().mapToLong(Fen::value).sum();
        return bill(id, checkCode, Relation.Kind.REPLACES, paid(total), left);
    }

    /**
     * What the patient paid is given back first, cash before his account. More than that would
     * change what the fund bore, which only a new settlement can say.
     */
    private Payments paid(long total) throws FieldException {
        Payments paid = original.payments();
        long back = original.total().value() - total;
        if (back < 0 || back > paid.claimable().value()) {
            throw new FieldException(
                    "lines",
                    "at most what the patient paid: " + paid.claimable().value() + " fen",
                    back + " fen");
        }
        long cash = Math.min(back, paid.cash().value());
        return Payments.of(
                paid.fund(),
                paid.other(),
                paid.account().minus(new Fen(back - cash)),
                paid.cash().minus(new Fen(cash)));
    }

    private Bill bill(
            BillId id,
            Optional<String> checkCode,
            Relation.Kind kind,
            Payments payments,
            List<FeeLine> lines)
            throws FieldException {
        boolean whole = kind != Relation.Kind.REPLACES;
        return Bill.of(
                id,
                checkCode,
                original.issuer(),
                at,
                original.patient(),
                original.encounter(),
                payments,
                Optional.of(new Relation(kind, original.id())),
                lines,
                whole ? original.categoryTotals() : Bill.categorySums(lines));
    }
}
