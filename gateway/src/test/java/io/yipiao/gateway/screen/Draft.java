package io.yipiao.gateway.screen;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Encounter;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.bill.Relation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A bill before it is printed. */
record Draft(
        Issuer issuer,
        Party patient,
        CareKind kind,
        String number,
        LocalDate admitted,
        LocalDate discharged,
        List<Charge> charges) {
    Draft {
        charges = List.copyOf(charges);
    }

    /** A line of it. */
    record Charge(MadeItem item, int quantity, int fen, Instant at) {
        Charge of(MadeItem other) {
            return new Charge(other, quantity, fen, at);
        }

        Charge at(int price) {
            return new Charge(item, quantity, Math.max(1, price), at);
        }

        Charge times(int count) {
            return new Charge(item, count, fen, at);
        }

        Charge on(Instant moment) {
            return new Charge(item, quantity, fen, moment);
        }

        LocalDate day() {
            return LocalDate.ofInstant(at, Bill.ZONE);
        }
    }

    Draft with(List<Charge> others) {
        return new Draft(issuer, patient, kind, number, admitted, discharged, others);
    }

    Draft each(Function<Charge, Charge> change) {
        return with(charges.stream().map(change).toList());
    }

    /** With the charges that are kept; at least one is. */
    Draft keeping(Predicate<Charge> kept) {
        List<Charge> some = charges.stream().filter(kept).toList();
        return with(some.isEmpty() ? charges.subList(0, 1) : some);
    }

    Draft plus(List<Charge> more) {
        List<Charge> all = new ArrayList<>(charges);
        all.addAll(more);
        return with(all);
    }

    Draft by(Issuer other) {
        return new Draft(other, patient, kind, number, admitted, discharged, charges);
    }

    Draft of(Party other) {
        return new Draft(issuer, other, kind, number, admitted, discharged, charges);
    }

    Draft called(String other) {
        return new Draft(issuer, patient, kind, other, admitted, discharged, charges);
    }

    /** The same care so many days later. */
    Draft later(int days) {
        Duration later = Duration.ofDays(days);
        return new Draft(
                        issuer,
                        patient,
                        kind,
                        number,
                        admitted.plusDays(days),
                        discharged.plusDays(days),
                        charges)
                .each(charge -> charge.on(charge.at().plus(later)));
    }

    /** Prints it so many days after the care ended. */
    Bill bill(BillId id, int days, Optional<Relation> relation) {
        List<FeeLine> lines = new ArrayList<>();
        for (Charge charge : charges) {
            lines.add(line(lines.size() + 1, charge));
        }
        Instant issued =
                discharged.plusDays(days + 1L).atTime(17, 30).atZone(Bill.ZONE).toInstant();
        return new Bill(
                id,
                Optional.of("a1b2c3"),
                issuer,
                issued,
                patient,
                new Encounter(kind, number, admitted, discharged, List.of("I10")),
                new Payments(Fen.ZERO, Fen.ZERO, Fen.ZERO, total(lines)),
                relation,
                lines);
    }

    private static FeeLine line(int sequence, Charge charge) {
        BigDecimal quantity = BigDecimal.valueOf(charge.quantity());
        BigDecimal price = BigDecimal.valueOf(charge.fen(), 2);
        return new FeeLine(
                sequence,
                charge.item().category(),
                charge.item().code(),
                "H" + sequence,
                charge.item().name(),
                charge.item().specification(),
                quantity,
                price,
                FeeLine.amountOf(quantity, price),
                charge.item().catalogueClass(),
                charge.at(),
                0);
    }

    private static Fen total(List<FeeLine> lines) {
        try {
            return Bill.categorySums(lines).values().stream().reduce(Fen.ZERO, Fen::plus);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
