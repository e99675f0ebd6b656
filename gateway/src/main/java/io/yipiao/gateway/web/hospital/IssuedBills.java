package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.OwnBills;
import io.yipiao.gateway.intake.Papers;
import io.yipiao.gateway.intake.RelatedBills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.issuer.DrawnNumbers;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Relation;

import java.util.List;

/**
 * A hospital's own bills, for the pages that issue another because of one.
 *
 * @param papers where the papers are that bills were exchanged to
 * @param related what was issued because of a bill
 * @param own issues bills that are made here
 * @param view what the ledger says of a bill
 * @param drawn numbers of the hospital's series
 */
public record IssuedBills(
        Bills bills,
        Papers papers,
        RelatedBills related,
        OwnBills own,
        LedgerView view,
        DrawnNumbers drawn) {

    /** The bill that a page is about; a paper's page is that of the bill it stands for. */
    StoredBill asked(Visit visit) throws NoPageException {
        StoredBill asked =
                bills.byId(Asked.id(visit), visit.principal().issuer())
                        .orElseThrow(NoPageException::new);
        return papers.electronic(asked).orElse(asked);
    }

    /** Whether a bill was taken back, be it that the ledger does not know yet. */
    boolean isReversed(StoredBill bill) {
        return !related.of(bill.bill().id(), bill.issuer(), Relation.Kind.REVERSES).isEmpty()
                || bill.index()
                        .flatMap(view::electronic)
                        .filter(ProjectedBill::isReversed)
                        .isPresent();
    }

    /** Whether a bill is one that takes another back. */
    static boolean isRed(StoredBill bill) {
        return bill.bill().relation().stream()
                .anyMatch(relation -> relation.kind() == Relation.Kind.REVERSES);
    }

    NumberField numbers() {
        return new NumberField(related, drawn);
    }

    /** Bills for a hospital that seals them itself, as a file. */
    static Reply file(String name, List<Bill> bills) {
        return Reply.sent(
                Answer.of(200, "application/x-ndjson", OwnBills.file(bills))
                        .with(
                                "Content-Disposition",
                                "attachment; filename=\"" + name + ".ndjson\""));
    }
}
