package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Recovery;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Mask;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.BillId;

import java.time.Clock;
import java.util.stream.Collectors;

/** 追款通知书: what is to be given back, why and how, to be read and printed. */
public final class NoticePages {
    private final ClaimDesk desk;
    private final MyClaims mine;
    private final Clock clock;

    NoticePages(ClaimDesk desk, MyClaims mine, Clock clock) {
        this.desk = desk;
        this.mine = mine;
        this.clock = clock;
    }

    void addTo(Pages pages) {
        pages.on(Page.NOTICE, this::show);
    }

    /**
     * A notice.
     *
     * @param bills of which it is wanted back
     * @param next the bill that replaces the last of them; empty if none does
     * @param stamped what the claim still gets
     * @param owed what was paid too much
     * @param closed how much of that was given back since; empty if nothing was
     * @param open what is still to be given back
     * @param fromNext whether it is set off against the next payments
     * @param time when, as its print says
     */
    public record Notice(
            String number,
            String name,
            String bills,
            String next,
            String stamped,
            String owed,
            String closed,
            String open,
            boolean fromNext,
            String time) {}

    private Reply show(Visit visit) throws NoPageException {
        ClaimView claim = mine.readable(visit, "no");
        Recovery one = desk.recoveries().of(claim.number()).orElseThrow(NoPageException::new);
        Frame frame = visit.frame();
        String name = desk.insured().name(one.patient()).orElse("");
        var closed = one.due().minus(one.open());
        return Reply.page(
                "notice.jte",
                new Notice(
                        claim.number().text(),
                        Mask.name(name),
                        one.old().stream().map(BillId::number).collect(Collectors.joining(", ")),
                        one.old().contains(one.bill()) ? "" : one.bill().number(),
                        frame.yuan(claim.stamped()),
                        frame.yuan(one.due()),
                        closed.isZero() ? "" : frame.yuan(closed),
                        frame.yuan(one.open()),
                        one.fromNext(),
                        frame.minute(clock.instant())));
    }
}
