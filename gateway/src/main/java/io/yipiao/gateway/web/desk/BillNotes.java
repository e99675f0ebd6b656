package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Row;

import java.time.LocalDate;
import java.util.List;

/** What those who may see a stored bill read of it beside its verdict, each as rows of a list. */
public final class BillNotes {
    private final Bills bills;
    private final LedgerView ledger;

    public BillNotes(Bills bills, LedgerView ledger) {
        this.bills = bills;
        this.ledger = ledger;
    }

    /** Whose it is, and of which visit or stay. */
    public static List<Row> person(StoredBill stored, Frame frame) {
        return List.of(
                Row.of(frame.say("desk.person"), BillFacts.person(stored.bill(), frame)),
                Row.of(frame.say("desk.stay"), stay(stored, frame)));
    }

    /** The kind of care and its days. */
    static String stay(StoredBill stored, Frame frame) {
        return frame.say("desk.care." + stored.bill().encounter().kind())
                + " "
                + unbroken(stored.bill().encounter().admitted())
                + " – "
                + unbroken(stored.bill().encounter().discharged());
    }

    /** With hyphens at which no line breaks: two dates do not fit beside each other on a phone. */
    private static String unbroken(LocalDate day) {
        return day.toString().replace('-', '\u2011');
    }

    /** The other content of the same number, by field; empty unless there is one. */
    public List<Row> other(StoredBill stored, Frame frame) {
        return bills.byIdentity(stored.bill().id()).stream()
                .filter(another -> !another.id().equals(stored.id()))
                .findFirst()
                .map(another -> BillFacts.compared(stored.bill(), another.bill(), frame))
                .orElse(List.of());
    }

    /** Where it stands on the ledger; empty as long as it does not. */
    public List<Row> place(StoredBill stored, Frame frame) {
        return ledger.batch(stored.issuer(), stored.batchRoot())
                .map(batch ->
                        List.of(
                                Row.of(frame.say("desk.block"), Long.toString(batch.block())),
                                Row.of(frame.say("desk.transaction"), batch.transaction().hex()),
                                Row.of(frame.say("desk.anchored"), frame.second(batch.at()))))
                .orElse(List.of());
    }

    /** The red bill that took it back; empty unless there is one here. */
    public List<Row> red(StoredBill stored, Frame frame) {
        return stored.index().flatMap(ledger::bill).flatMap(ProjectedBill::red).stream()
                .flatMap(index -> bills.byIndex(index).stream())
                .limit(1)
                .map(red ->
                        Row.of(
                                frame.say("bill.red"),
                                red.bill().id() + " · " + red.bill().issueDate()))
                .toList();
    }
}
