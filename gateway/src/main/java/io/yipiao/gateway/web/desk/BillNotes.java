package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedBatch;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Row;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

    /** The other contents of the same number, each by field; empty unless there are any. */
    public List<OtherContent> others(StoredBill stored, Frame frame) {
        return bills.byIdentity(stored.bill().id()).stream()
                .filter(another -> !another.id().equals(stored.id()))
                // A claim's word is another content only where the ledger found that it is.
                .filter(another ->
                        !(another.isElsewhere() || stored.isElsewhere()) || isKnownConflict(stored))
                .map(another ->
                        new OtherContent(
                                another.id().toString(),
                                origins(stored, another, frame),
                                BillFacts.compared(stored.bill(), another.bill(), frame),
                                ContentDifferences.of(stored.bill(), another.bill(), frame)))
                .toList();
    }

    /** With which key, in which batch and when each of two contents came. */
    private List<Row> origins(StoredBill one, StoredBill other, Frame frame) {
        return List.of(
                compared(
                        frame.say("desk.key"),
                        Integer.toString(one.keySeq()),
                        Integer.toString(other.keySeq())),
                compared(frame.say("desk.conflict.batch"), batch(one, frame), batch(other, frame)),
                compared(frame.say("desk.anchored"), anchored(one, frame), anchored(other, frame)));
    }

    private static String batch(StoredBill stored, Frame frame) {
        return stored.place()
                .batched()
                .map(in -> in.root().hex().substring(0, 16))
                .orElse(frame.say("elsewhere.word"));
    }

    private String anchored(StoredBill stored, Frame frame) {
        return batched(stored)
                .map(batch -> frame.second(batch.at()))
                .orElse(frame.say("desk.none-anchored"));
    }

    private Optional<ProjectedBatch> batched(StoredBill stored) {
        return stored.place().batched().flatMap(in -> ledger.batch(stored.issuer(), in.root()));
    }

    private static Row compared(String label, String one, String other) {
        return one.equals(other) ? Row.of(label, one) : Row.differing(label, one, other);
    }

    /** Whether the ledger itself keeps both contents, so that no payer's gateway takes either. */
    public boolean isKnownConflict(StoredBill stored) {
        return stored.index()
                .flatMap(ledger::bill)
                .filter(bill -> bill.state() == ProjectedBill.State.CONFLICT)
                .isPresent();
    }

    /** Where it stands on the ledger; empty as long as it does not. */
    public List<Row> place(StoredBill stored, Frame frame) {
        if (stored.isElsewhere()) {
            return List.of(Row.of(frame.say("desk.conflict.batch"), frame.say("elsewhere.word")));
        }
        return batched(stored)
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
