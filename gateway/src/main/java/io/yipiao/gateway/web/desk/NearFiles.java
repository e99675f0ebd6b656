package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.screen.ItemMatch;
import io.yipiao.gateway.screen.ItemMatch.Outcome;
import io.yipiao.gateway.screen.Likeness;
import io.yipiao.gateway.screen.NearDuplicate;
import io.yipiao.gateway.screen.Screening;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Visit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gathers what is nearly the same as a bill. */
final class NearFiles {
    private final Screening screening;
    private final Bills bills;

    NearFiles(Screening screening, Bills bills) {
        this.screening = screening;
        this.bills = bills;
    }

    /** Whether what a first reviewer passes goes to a second. */
    boolean needsTwo(UUID bill) {
        return screening.needsTwo(bill);
    }

    /** The likest first. */
    List<NearRow> rows(UUID bill, Visit visit) {
        return screening.nearDuplicates(bill).stream()
                .map(near -> NearRow.of(near, bills(visit), bill, visit.frame()))
                .toList();
    }

    NearView view(StoredBill bill, String other, Visit visit) throws NoPageException {
        NearDuplicate near =
                screening.nearDuplicates(bill.id()).stream()
                        .filter(one -> one.bill().toString().equals(other))
                        .findFirst()
                        .orElseThrow(NoPageException::new);
        StoredBill second = bills.byId(near.bill()).orElseThrow(NoPageException::new);
        Likeness likeness = Likeness.of(bill.bill(), second.bill());
        Frame frame = visit.frame();
        NearRow row = NearRow.of(near, bills(visit), bill.id(), frame);
        return new NearView(
                frame.say("near.title", row.score()),
                row,
                facts(bill, second, frame),
                counts(likeness.items(), frame),
                likeness.items().stream().map(item -> NearItem.of(item, frame)).toList(),
                bills(visit) + bill.id(),
                bills(visit) + second.id());
    }

    private static List<Row> facts(StoredBill one, StoredBill other, Frame frame) {
        List<Row> rows = new ArrayList<>();
        rows.add(
                Row.differing(
                        frame.say("near.number"),
                        one.bill().id().toString(),
                        other.bill().id().toString()));
        rows.addAll(BillFacts.compared(one.bill(), other.bill(), frame));
        rows.add(
                compared(
                        "desk.stay",
                        BillNotes.stay(one, frame),
                        BillNotes.stay(other, frame),
                        frame));
        rows.add(
                compared(
                        "near.encounter",
                        one.bill().encounter().number(),
                        other.bill().encounter().number(),
                        frame));
        return rows;
    }

    private static Row compared(String label, String one, String other, Frame frame) {
        String said = frame.say(label);
        return one.equals(other) ? Row.of(said, one) : Row.differing(said, one, other);
    }

    private static String counts(List<ItemMatch> items, Frame frame) {
        long same = items.stream().filter(item -> item.outcome() == Outcome.SAME).count();
        long one =
                items.stream()
                        .filter(item -> item.left().isEmpty() || item.right().isEmpty())
                        .count();
        return frame.say("near.counts", same, items.size() - same - one, one);
    }

    private static String bills(Visit visit) {
        return visit.is(Role.CLERK) || visit.is(Role.SUPERVISOR) ? "/desk/bills/" : "/audit/bills/";
    }
}
