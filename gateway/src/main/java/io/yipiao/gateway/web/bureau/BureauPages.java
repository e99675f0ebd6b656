package io.yipiao.gateway.web.bureau;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.control.ControlTotals;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.watch.Freezes;
import io.yipiao.gateway.watch.Watcher;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** All of the bureau's pages, and the one that leads to them. */
public final class BureauPages {
    /** More than this are shown as the list of their day. */
    private static final int MOST_OPEN = 500;

    private final Alarms alarms;
    private final ControlTotals totals;
    private final Freezes freezes;
    private final AlarmPages alarmPages;
    private final HospitalsPage hospitals;
    private final LedgerPages ledger;

    public BureauPages(
            Alarms alarms,
            ControlTotals totals,
            Freezes freezes,
            Watcher watcher,
            LedgerView view,
            Bills bills,
            Clock clock) {
        this.alarms = alarms;
        this.totals = totals;
        this.freezes = freezes;
        this.alarmPages = new AlarmPages(alarms, bills);
        this.hospitals = new HospitalsPage(totals, view, clock);
        this.ledger = new LedgerPages(watcher, freezes);
    }

    public void addTo(Pages pages) {
        pages.on(Page.BUREAU, this::show);
        alarmPages.addTo(pages);
        hospitals.addTo(pages);
        ledger.addTo(pages);
    }

    /**
     * What the bureau sees first.
     *
     * @param sentence the most urgent of it
     */
    public record View(String sentence, String tone, List<Card> cards) {
        public View {
            cards = List.copyOf(cards);
        }
    }

    /** Something to look at, how it stands, and where. */
    public record Card(String title, String path, String tone, String state) {}

    private Reply show(Visit visit) {
        Frame frame = visit.frame();
        Map<AlarmState, Long> counts = alarms.counts();
        long fresh = counts.getOrDefault(AlarmState.NEW, 0L);
        long inHand = counts.getOrDefault(AlarmState.IN_HAND, 0L);
        int missing = totals.open(MOST_OPEN).size();
        boolean frozen = freezes.isFrozen();
        List<Card> cards =
                List.of(
                        new Card(
                                frame.say("bureau.alarms"),
                                "/bureau/alarms",
                                fresh > 0 ? "stop" : inHand > 0 ? "wait" : "good",
                                frame.say("bureau.alarms.counts", fresh, inHand)),
                        new Card(
                                frame.say("bureau.hospitals"),
                                "/bureau/hospitals",
                                missing > 0 ? "wait" : "good",
                                missing > 0
                                        ? frame.say("bureau.hospitals.open", missing)
                                        : frame.say("bureau.hospitals.none")),
                        new Card(
                                frame.say("bureau.ledger"),
                                "/bureau/ledger",
                                frozen ? "stop" : "good",
                                frame.say(frozen ? "bureau.frozen" : "bureau.not-frozen")));
        boolean calm = !frozen && fresh == 0;
        return Reply.page(
                "bureau.jte",
                new View(
                        frozen
                                ? frame.say("bureau.frozen")
                                : calm
                                        ? frame.say("bureau.calm")
                                        : frame.say("bureau.alarms.fresh", fresh),
                        calm ? "good" : "stop",
                        cards));
    }
}
