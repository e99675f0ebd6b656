package io.yipiao.gateway.web;

import io.yipiao.gateway.http.StreamedAnswer;
import io.yipiao.verifier.bill.FieldException;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * A part of a page that follows what happens, as server-sent events (HTML, 9.2): its HTML whenever
 * that changed, and {@code end} once nothing will change any more. After a minute the connection
 * ends, and the browser opens another.
 */
public final class Live {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration MOST = Duration.ofMinutes(1);
    private static final int QUIET_LOOKS = 10;

    private final Templates templates = new Templates();

    /**
     * What there is to show now.
     *
     * @param last whether it will not change any more
     * @param next where the page goes then; empty if it stays
     */
    public record Now(Object page, boolean last, String next) {}

    /** Looks once. */
    @FunctionalInterface
    public interface Look {
        Now now() throws FieldException, NoPageException;
    }

    /**
     * Shows a template again and again.
     *
     * @throws NoPageException before anything is sent, if the first look finds nothing
     * @throws IOException if the visitor has gone
     */
    public void follow(Visit visit, StreamedAnswer answer, String template, Look look)
            throws FieldException, NoPageException, IOException {
        Now now = look.now();
        Events events = Events.begin(answer);
        long end = System.nanoTime() + MOST.toNanos();
        byte[] shown = {};
        int quiet = 0;
        Duration taken = Duration.ZERO;
        while (true) {
            byte[] html = templates.html(template, visit.frame(), now.page());
            if (!Arrays.equals(html, shown)) {
                events.part(html);
                shown = html;
                quiet = 0;
            } else if (++quiet == QUIET_LOOKS) {
                events.pulse();
                quiet = 0;
            }
            if (now.last()) {
                tellEnd(events, now.next());
                return;
            }
            if (System.nanoTime() > end) {
                return;
            }
            pause(taken);
            long begun = System.nanoTime();
            now = look.now();
            taken = Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private static void tellEnd(Events events, String next) throws IOException {
        if (next.isEmpty()) {
            events.end();
        } else {
            events.go(next);
        }
    }

    /**
     * What is looked at may change at another gateway, so there is nobody to wait for; a look that
     * is dear is taken seldom.
     */
    private static void pause(Duration look) throws IOException {
        Duration seldom = look.multipliedBy(4);
        try {
            Thread.sleep(seldom.compareTo(PAUSE) > 0 ? seldom : PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
