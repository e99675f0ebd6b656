package io.yipiao.gateway.web.front;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.inquiry.Answer;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.web.Cookies;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.verdict.Verdict;

import java.util.Optional;

/**
 * The page that a phone's camera opens: the verdict's sentence, and what to compare with the paper;
 * and whom to call if the paper says otherwise. Its path holds the bill's text, so the text goes
 * into a cookie at once and stands in no other link.
 */
public final class BillPages {
    private final Inquiry inquiry;
    private final Showing showing;

    public BillPages(Inquiry inquiry, Showing showing) {
        this.inquiry = inquiry;
        this.showing = showing;
    }

    public void addTo(Pages pages) {
        pages.on(Page.SHOW_BILL, this::show)
                .on(Page.REMEMBERED_BILL, BillPages::remembered)
                .on(Page.DIFFERS, this::differs)
                .on(Page.REPORT_DIFFERENCE, this::report);
    }

    private Reply show(Visit visit) {
        String text = QrText.PATH + visit.call().path("text");
        Answer answer = inquiry.ofText(text, visit.reader());
        Reply reply = showing.page(visit, answer);
        return FaceReader.read(text) instanceof Face.Own own
                ? reply.with(
                        visit.cookies()
                                .forNow(
                                        Cookies.BILL,
                                        own.text().path().substring(QrText.PATH.length())))
                : reply;
    }

    private static Reply remembered(Visit visit) {
        Optional<String> text =
                visit.call().cookie(Cookies.BILL).filter(kept -> kept.matches("[A-Z2-7]{1,320}"));
        return Reply.moved(text.map(kept -> QrText.PATH + kept).orElse("/scan"));
    }

    private Reply differs(Visit visit) throws NoPageException {
        return Reply.page("differs.jte", DiffersView.of(proven(visit), visit, false));
    }

    /** What was ticked is not kept: it tells the visitor what to do, and nobody else anything. */
    private Reply report(Visit visit) throws NoPageException {
        return Reply.page("differs.jte", DiffersView.of(proven(visit), visit, true));
    }

    private Verdict.Proven proven(Visit visit) throws NoPageException {
        Answer answer = inquiry.ofText(QrText.PATH + visit.call().path("text"), visit.reader());
        if (answer.verdict() instanceof Verdict.Proven proven) {
            return proven;
        }
        throw new NoPageException();
    }
}
