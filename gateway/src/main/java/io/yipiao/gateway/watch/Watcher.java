package io.yipiao.gateway.watch;

import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Facts;
import io.yipiao.gateway.alarm.Subject;
import io.yipiao.gateway.journal.Log;
import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.PeerView;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares how all peers and our own projection hold the ledger. That one is behind is told, and
 * closes by itself; that two differ freezes payments until two people lift it. Any number of
 * gateways may watch side by side.
 */
public final class Watcher {
    private static final Log LOG = Log.of(Watcher.class);

    /** More blocks than a busy ledger makes between two looks. */
    static final long MOST_LAG = 50;

    /** How long a peer may be silent, as while it is restarted. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private final Database database;
    private final WatchStore store;
    private final List<PeerView> peers = new ArrayList<>();
    private final Freezes freezes;
    private final Alarms alarms;
    private final Clock clock;

    public Watcher(
            Database database, List<PeerView> peers, Freezes freezes, Alarms alarms, Clock clock) {
        this.database = database;
        this.store = new WatchStore(database);
        this.peers.addAll(peers);
        this.peers.add(new ProjectedPeer(store));
        this.freezes = freezes;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Looks at all of them once. */
    public void pass() {
        Round round = Round.of(peers);
        if (!round.forks().isEmpty()) {
            freeze(round.forks());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.changeInTransaction(tx -> {
            for (Standing standing : round.standings()) {
                tellLag(tx, standing, store.keep(tx, standing, now), now);
            }
            store.forgetAllBut(tx, peers.stream().map(peer -> peer.peer().host()).toList());
        });
    }

    /** Before anything else is written: payments must not wait for it. */
    private void freeze(List<Fork> forks) {
        boolean stands = freezes.isFrozen();
        boolean begun =
                database.inTransaction(tx -> {
                    boolean first = !stands && freezes.begin(tx, forks.getFirst().facts());
                    for (Fork fork : forks) {
                        alarms.raise(tx, AlarmKind.LEDGER_FORK, fork.subject(), fork.facts());
                    }
                    return first;
                });
        if (begun) {
            CrashPoint.PAYMENTS_FROZEN.pass();
            Fork fork = forks.getFirst();
            LOG.warn(
                    "peers hold different blocks: payments are frozen",
                    "block",
                    fork.block().number(),
                    "peer",
                    fork.peer(),
                    "other",
                    fork.other());
        }
    }

    private void tellLag(Handle tx, Standing standing, Instant seen, Instant now) {
        Subject subject = Subject.ledger(standing.peer().host());
        Facts facts =
                Facts.of(Fact.PEER, standing.peer())
                        .and(Fact.ORGANISATION, standing.peer().organisation());
        if (standing.answered() && standing.lag() <= MOST_LAG) {
            alarms.settle(tx, AlarmKind.LEDGER_LAG, subject, "caught-up");
        } else if (standing.answered()) {
            alarms.raise(tx, AlarmKind.LEDGER_LAG, subject, facts.and(Fact.LAG, standing.lag()));
        } else if (Duration.between(seen, now).compareTo(SILENCE) > 0) {
            alarms.raise(tx, AlarmKind.LEDGER_LAG, subject, facts.and(Fact.SILENT_SINCE, seen));
        }
    }

    /** How each peer stood when it was looked at last. */
    public List<WatchedPeer> standings() {
        return store.all();
    }
}
