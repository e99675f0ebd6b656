package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.util.Optional;

/** The receipt of a claim: what two organisations signed, and how anyone can check it offline. */
public final class ReceiptPages {
    private final ClaimDesk desk;
    private final MyClaims mine;

    ReceiptPages(ClaimDesk desk, MyClaims mine) {
        this.desk = desk;
        this.mine = mine;
    }

    void addTo(Pages pages) {
        pages.on(Page.RECEIPT, this::show).on(Page.RECEIPT_FILE, this::file);
    }

    /**
     * What the page says.
     *
     * @param file where it is downloaded; empty while there is none
     */
    public record ReceiptView(String number, String amount, String file) {}

    private Reply show(Visit visit) throws NoPageException {
        ClaimView claim = mine.readable(visit, "id");
        String number = claim.number().text();
        String amount = claim.fund().map(visit.frame()::yuan).orElse("");
        String file = receipt(claim).isPresent() ? "/receipts/" + number + "/file" : "";
        return Reply.page("receipt.jte", new ReceiptView(number, amount, file));
    }

    private Reply file(Visit visit) throws NoPageException {
        ClaimView claim = mine.readable(visit, "id");
        String name = "receipt-" + claim.number().text() + ".json";
        return Reply.sent(
                Answer.text(
                                200,
                                "application/json",
                                receipt(claim).orElseThrow(NoPageException::new))
                        .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
                        .with("Cache-Control", "no-store"));
    }

    private Optional<String> receipt(ClaimView claim) {
        return desk.claims().receipt(claim.number(), Optional.empty());
    }
}
