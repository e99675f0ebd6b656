package io.yipiao.gateway.web.front;

import io.yipiao.gateway.inquiry.Answer;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.citizen.Offer;

import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes the page of an answer, wherever it was asked.
 *
 * @param offers what a visitor may do with a stored bill that concerns him
 */
public record Showing(BiFunction<Visit, StoredBill, Optional<Offer>> offers) {
    Reply page(Visit visit, Answer answer) {
        Optional<Offer> offer = answer.bill().flatMap(bill -> offers.apply(visit, bill));
        return Reply.page("bill.jte", BillView.of(visit, answer, offer));
    }
}
