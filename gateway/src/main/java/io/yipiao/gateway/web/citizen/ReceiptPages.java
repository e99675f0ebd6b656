package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.time.Clock;
import java.util.Optional;

/** The receipt of a claim: what two organisations signed, and how anyone can check it offline. */
public final class ReceiptPages {
    private final ClaimDesk desk;
    private final MyClaims mine;
    private final Clock clock;

    ReceiptPages(ClaimDesk desk, MyClaims mine, Clock clock) {
        this.desk = desk;
        this.mine = mine;
        this.clock = clock;
    }

    void addTo(Pages pages) {
        pages.on(Page.RECEIPT, this::show).on(Page.RECEIPT_FILE, this::file);
    }

    /**
     * What the page says.
     *
     * @param file where it is downloaded; empty while there is none
     * @param time when, as its print says
     */
    public record ReceiptView(String number, String amount, String file, String time) {}

    private Reply show(Visit visit) throws NoPageException {
        ClaimView claim = mine.readable(visit, "id");
        String number = claim.number().text();
        String amount = claim.fund().map(visit.frame()::yuan).orElse("");
        String time = visit.frame().minute(clock.instant());
        String file = receipt(claim).isPresent() ? "/receipts/" + number + "/file" : "";
        return Reply.page("receipt.jte", new ReceiptView(number, amount, file, time));
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
