package io.yipiao.gateway.web.bureau;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.watch.Freeze;
import io.yipiao.gateway.watch.Freezes;
import io.yipiao.gateway.watch.Lifting;
import io.yipiao.gateway.watch.Official;
import io.yipiao.gateway.watch.WatchedPeer;
import io.yipiao.gateway.watch.Watcher;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the organisations' peers hold the ledger; payments are frozen here, and lifted by two. */
final class LedgerPages {
    private static final int MOST_FREEZES = 20;
    private static final int LONGEST_REASON = 500;
    private static final String AGREE = "bureau.peers-agree";

    private final Watcher watcher;
    private final Freezes freezes;

    LedgerPages(Watcher watcher, Freezes freezes) {
        this.watcher = watcher;
        this.freezes = freezes;
    }

    void addTo(Pages pages) {
        pages.on(Page.BUREAU_LEDGER, visit -> page(visit, 200, reason(visit), ""))
                .on(Page.FREEZE, this::freeze)
                .on(Page.ASK_LIFT, this::askLift)
                .on(Page.DECIDE_LIFT, this::decide);
    }

    private Reply page(Visit visit, int status, Field reason, String fault) {
        Frame frame = visit.frame();
        List<WatchedPeer> peers = watcher.standings();
        Optional<Freeze> current = freezes.current();
        boolean differ = peers.stream().anyMatch(WatchedPeer::differs);
        String standing = standing(peers);
        return Reply.page(
                status,
                "bureauledger.jte",
                new LedgerView(
                        current.isPresent() ? frame.say("bureau.frozen") : frame.say(standing),
                        current.isPresent() ? "stop" : standing.equals(AGREE) ? "good" : "wait",
                        frame.site().trial(),
                        peers.stream().map(peer -> FreezeWords.peer(peer, frame)).toList(),
                        current.map(freeze -> FreezeWords.standing(freeze, differ, frame)),
                        freezes.history(MOST_FREEZES).stream()
                                .map(freeze -> FreezeWords.past(freeze, frame))
                                .toList(),
                        reason,
                        fault));
    }

    /** That all agree is said only of those who answer. */
    static String standing(List<WatchedPeer> peers) {
        if (peers.isEmpty()) {
            return "bureau.not-watched";
        }
        return peers.stream().allMatch(WatchedPeer::answers) ? AGREE : "bureau.peers-silent";
    }

    private Reply freeze(Visit visit) {
        Field reason = checked(visit);
        if (reason.error().isPresent()) {
            return page(visit, 422, reason, "");
        }
        freezes.begin(official(visit), reason.value());
        return Reply.done("/bureau/ledger", "frozen");
    }

    private Reply askLift(Visit visit) throws NoPageException {
        Field reason = checked(visit);
        if (reason.error().isPresent()) {
            return page(visit, 422, reason, "");
        }
        Lifting asked = freezes.askLift(id(visit), official(visit), reason.value());
        return done(asked) ? Reply.done("/bureau/ledger", "lift-asked") : refused(visit, asked);
    }

    private Reply decide(Visit visit) throws NoPageException {
        int n = n(visit);
        if (visit.form().text("decision").equals("confirm")) {
            Lifting lifted = freezes.confirm(id(visit), n, official(visit));
            return done(lifted) ? Reply.done("/bureau/ledger", "lifted") : refused(visit, lifted);
        }
        Lifting refused = freezes.refuse(id(visit), n, official(visit));
        return done(refused)
                ? Reply.done("/bureau/ledger", "lift-refused")
                : refused(visit, refused);
    }

    private static boolean done(Lifting lifting) {
        return lifting == Lifting.DONE || lifting == Lifting.ALREADY;
    }

    private Reply refused(Visit visit, Lifting why) {
        return page(visit, 409, reason(visit), visit.say("bureau.lifting." + why));
    }

    private static Official official(Visit visit) {
        return new Official(visit.principal().token(), visit.frame().name());
    }

    private static Field reason(Visit visit) {
        return Field.text("reason", visit.say("bureau.reason"))
                .withType("area")
                .withHint(visit.say("bureau.reason.hint"))
                .filled(visit.form());
    }

    private static Field checked(Visit visit) {
        Field reason = reason(visit);
        return reason.value().isEmpty() || reason.value().length() > LONGEST_REASON
                ? reason.wrong(visit.say("alarm.reason.wrong", LONGEST_REASON))
                : reason;
    }

    private static UUID id(Visit visit) throws NoPageException {
        try {
            return UUID.fromString(visit.call().path("id"));
        } catch (IllegalArgumentException e) {
            throw new NoPageException();
        }
    }

    private static int n(Visit visit) throws NoPageException {
        try {
            return Integer.parseInt(visit.call().path("n"));
        } catch (NumberFormatException e) {
            throw new NoPageException();
        }
    }
}
