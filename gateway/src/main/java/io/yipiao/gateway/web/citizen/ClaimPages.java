package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.http.StreamedAnswer;
import io.yipiao.gateway.web.Events;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Templates;
import io.yipiao.gateway.web.Visit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A citizen's claims, and each one step by step while it goes on. */
public final class ClaimPages {
    /** How often a claim that somebody watches is looked at. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** A watched claim's connection ends after so many looks; the browser asks again by itself. */
    private static final int LOOKS = 600;

    private static final int LOOKS_A_PULSE = 15;

    private final MyClaims mine;
    private final ClaimParts parts;
    private final FiledPages filed;
    private final Templates templates = new Templates();

    ClaimPages(MyClaims mine, ClaimParts parts, FiledPages filed) {
        this.filed = filed;
        this.mine = mine;
        this.parts = parts;
    }

    void addTo(Pages pages) {
        pages.on(Page.CLAIMS, this::list)
                .on(Page.CLAIM, this::one)
                .onLive(Page.CLAIM_LIVE, this::watch);
    }

    /**
     * A claim in a list.
     *
     * @param amount what is expected or approved; empty if nothing is known
     */
    public record Entry(String number, String date, String amount, Headline headline) {}

    /** All claims of a visitor, the newest first. */
    public record ClaimList(List<Entry> entries) {
        public ClaimList {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A claim's page.
     *
     * @param time when, as its print says
     */
    public record Shown(ClaimPart part, String time) {}

    private Reply list(Visit visit) {
        List<Entry> entries = new ArrayList<>(filed.entries(visit));
        mine.of(visit.person()).forEach(claim -> entries.add(entry(claim, parts, visit.frame())));
        return Reply.page("claims.jte", new ClaimList(entries));
    }

    /** A claim that may be shown, in short. */
    static Entry entry(ClaimView claim, ClaimParts parts, Frame frame) {
        return new Entry(
                claim.number().text(),
                frame.minute(claim.receivedAt()),
                claim.fund().map(frame::yuan).orElse(""),
                parts.headline(claim, frame));
    }

    private Reply one(Visit visit) throws NoPageException {
        Optional<Reply> waits = filed.page(visit);
        if (waits.isPresent()) {
            return waits.get();
        }
        ClaimPart part = parts.of(mine.named(visit, "no"), visit.frame());
        return Reply.page("claim.jte", new Shown(part, parts.now(visit.frame())));
    }

    /**
     * Sends the part as it is now, and again whenever the claim has gone on, until it has ended.
     */
    private void watch(Visit visit, StreamedAnswer answer) throws NoPageException, IOException {
        ClaimPart part = parts.of(mine.named(visit, "no"), visit.frame());
        Events events = Events.begin(answer);
        events.part(templates.html("part/claim.jte", visit.frame(), part));
        for (int look = 1; part.open() && look < LOOKS; look++) {
            pause();
            ClaimView now = mine.named(visit, "no");
            if (now.state() != part.state()) {
                part = parts.of(now, visit.frame());
                events.part(templates.html("part/claim.jte", visit.frame(), part));
            } else if (look % LOOKS_A_PULSE == 0) {
                events.pulse();
            }
        }
        if (!part.open()) {
            events.end();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the gateway stops");
        }
    }
}
