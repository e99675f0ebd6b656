package io.yipiao.gateway.web.front;

import io.yipiao.gateway.inquiry.Answer;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.citizen.Offer;
import io.yipiao.gateway.web.desk.BillNotes;
import io.yipiao.verifier.bill.BillId;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Makes the page of an answer, wherever it was asked.
 *
 * @param offers what a visitor may do with a stored bill that concerns him
 * @param notes what those may read who see the bill
 * @param codes prints a code again
 * @param filed whether a bill from elsewhere was filed, so that it cannot be filed again
 */
public record Showing(
        BiFunction<Visit, StoredBill, Optional<Offer>> offers,
        BillNotes notes,
        BillQr codes,
        Predicate<BillId> filed) {
    Reply page(Visit visit, Answer answer) {
        Optional<Offer> offer = answer.bill().flatMap(bill -> offers.apply(visit, bill));
        return Reply.page(
                "bill.jte",
                BillView.of(
                        visit,
                        answer,
                        offer,
                        answer.bill().map(bill -> BillView.Opened.of(answer, bill, visit, notes)),
                        PrintedCode.of(visit, answer, codes),
                        filed));
    }
}
