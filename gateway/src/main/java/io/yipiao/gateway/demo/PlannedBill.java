package io.yipiao.gateway.demo;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Relation;

import java.util.List;

/**
 * A bill of the demonstration and what becomes of it.
 *
 * @param ago how many working days ago it was claimed
 * @param later what its hospital issues because of it
 */
record PlannedBill(Bill bill, Fate fate, int ago, List<Bill> later) {
    private static final int RED = 50_000;
    private static final int AGAIN = 60_000;

    PlannedBill {
        later = List.copyOf(later);
    }

    static List<PlannedBill> all(Townspeople people) {
        return Csv.read("bills.csv").stream().map(row -> read(row, people)).toList();
    }

    private static PlannedBill read(Csv row, Townspeople people) {
        Fate fate = Fate.valueOf(row.text("fate"));
        Bill sample =
                row.text("sample").equals("stay")
                        ? DemonstrationBills.stay()
                        : DemonstrationBills.visit();
        Bill bill =
                new VariedBill(sample)
                        .of(
                                Clinic.numbered(row.number("hospital", 1)).issuer(),
                                people.party(row.text("patient")))
                        .numbered(row.text("number"))
                        .earlier(row.number("days", 0))
                        .firstLines(row.number("lines", Bill.MOST_LINES))
                        .bill();
        return new PlannedBill(
                fate == Fate.SETTLED ? VariedBill.settled(bill, bill.total()) : bill,
                fate,
                row.number("ago", 0),
                later(bill, fate));
    }

    /** The bill's number as a number. */
    long serial() {
        return Long.parseLong(bill.id().number());
    }

    private static List<Bill> later(Bill bill, Fate fate) {
        long number = Long.parseLong(bill.id().number());
        Bill red = DemonstrationBills.red(bill, number + RED);
        return switch (fate) {
            case REVERSED, RECOVERING -> List.of(red);
            case REISSUED -> List.of(red, again(bill, number + AGAIN));
            case PART_REFUNDED ->
                    PartialRefund.of(bill, PartialRefund.SCAN, number + RED, number + AGAIN)
                            .bills();
            case EXCHANGED -> List.of(DemonstrationBills.paper(bill, number + AGAIN));
            case CONFLICT -> List.of(VariedBill.settled(bill, new Fen(bill.total().value() / 2)));
            default -> List.of();
        };
    }

    private static Bill again(Bill bill, long number) {
        BillId id = new BillId(bill.id().kind(), bill.id().code(), "%010d".formatted(number));
        return DemonstrationBills.related(
                bill, id, new Relation(Relation.Kind.REPLACES, bill.id()));
    }
}
