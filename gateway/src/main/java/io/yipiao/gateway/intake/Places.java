package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives checked bills their places on the ledger. A bill of a year without an index key can never
 * be claimed, so it is refused at the door; while the ledger cannot be asked, places stay open.
 */
final class Places {
    private static final String ADVICE =
            "Ask the insurance's administrator for this year's index key, then send this bill"
                    + " again; the others are kept.";

    private final IndexSource indexes;

    Places(IndexSource indexes) {
        this.indexes = indexes;
    }

    /** Bills with their places, and the lines of those that have none. */
    record Found(List<ReadyBill> bills, List<Outcome.Refused> refused) {}

    Found find(List<ReadyBill> bills) {
        Optional<List<Optional<BillIndex>>> places =
                bills.isEmpty()
                        ? Optional.empty()
                        : indexes.indexes(bills.stream().map(ReadyBill::identity).toList());
        if (places.isEmpty()) {
            return new Found(bills, List.of());
        }
        List<ReadyBill> placed = new ArrayList<>();
        List<ReadyBill> without = new ArrayList<>();
        for (int i = 0; i < bills.size(); i++) {
            ReadyBill bill = bills.get(i);
            places.get()
                    .get(i)
                    .ifPresentOrElse(index -> placed.add(bill.at(index)), () -> without.add(bill));
        }
        return new Found(placed, refuse(without));
    }

    private List<Outcome.Refused> refuse(List<ReadyBill> bills) {
        if (bills.isEmpty()) {
            return List.of();
        }
        String expected =
                "a year that the ledger has an index key for: "
                        + String.join(", ", indexes.years());
        return bills.stream()
                .map(bill ->
                        new Outcome.Refused(
                                bill.line(),
                                Optional.of(bill.identity()),
                                new FieldException(
                                        yearField(bill.identity()),
                                        expected,
                                        bill.identity().year()),
                                ADVICE))
                .toList();
    }

    /** Where the year stands in an identity. */
    private static String yearField(BillId id) {
        return id.kind() == BillId.Kind.ALL_DIGITAL ? "id.number" : "id.code";
    }
}
