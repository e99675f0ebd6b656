package io.yipiao.gateway.watch;

import io.yipiao.gateway.alarm.Facts;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Freezes of payments and what became of them: the watcher or an official begins one, one official
 * asks to lift it and another confirms. All of it is kept.
 */
public final class Freezes {
    private final Database database;
    private final FreezeStore store;
    private final WatchStore watch;

    public Freezes(Database database, Clock clock) {
        this.database = database;
        this.store = new FreezeStore(clock);
        this.watch = new WatchStore(database);
    }

    /** The watcher's; the first in its transaction. */
    boolean begin(Handle tx, Facts differing) {
        return store.begin(tx, Freeze.Cause.FORK, "", "", differing);
    }

    /**
     * Begins one by hand.
     *
     * @param reason not empty
     */
    public Lifting begin(Official who, String reason) {
        boolean begun =
                !isFrozen()
                        && database.inTransaction(tx ->
                                store.begin(
                                        tx, Freeze.Cause.PERSON, who.name(), reason, Facts.NONE));
        return begun ? Lifting.DONE : Lifting.ALREADY;
    }

    /** The one that stands. */
    public Optional<Freeze> current() {
        return database.with(store::current);
    }

    public boolean isFrozen() {
        return database.with(FreezeStore::isFrozen);
    }

    /** All there were, the newest first. */
    public List<Freeze> history(int most) {
        return database.with(handle -> store.history(handle, most));
    }

    /**
     * Asks to lift a freeze.
     *
     * @param reason not empty
     */
    public Lifting askLift(UUID freeze, Official who, String reason) {
        return database.inTransaction(tx -> {
            Optional<Freeze> standing = store.lock(tx, freeze);
            if (standing.isEmpty()) {
                return Lifting.NOT_FROZEN;
            }
            Optional<Freeze.Lift> before = standing.flatMap(Freeze::asked);
            if (before.isPresent()) {
                return before.get().asker().equals(who) ? Lifting.ALREADY : Lifting.ASKED_BEFORE;
            }
            store.ask(tx, freeze, who, reason);
            return Lifting.DONE;
        });
    }

    /** Confirms, as another than who asked, that a freeze is lifted. */
    public Lifting confirm(UUID freeze, int n, Official who) {
        return decide(freeze, n, who, true);
    }

    /** Refuses to lift it, or takes one's own wish back. */
    public Lifting refuse(UUID freeze, int n, Official who) {
        return decide(freeze, n, who, false);
    }

    private Lifting decide(UUID id, int n, Official who, boolean confirmed) {
        return database.inTransaction(tx -> {
            Optional<Freeze> freeze = store.lock(tx, id);
            if (freeze.isEmpty()) {
                return decidedSo(tx, id, n, who, confirmed) ? Lifting.ALREADY : Lifting.NOT_FROZEN;
            }
            Optional<Freeze.Lift> asked =
                    freeze.flatMap(Freeze::asked).filter(lift -> lift.n() == n);
            if (asked.isEmpty()) {
                return decidedSo(tx, id, n, who, confirmed) ? Lifting.ALREADY : Lifting.NOT_ASKED;
            }
            if (confirmed && isSame(asked.get().asker(), who)) {
                return Lifting.SAME_PERSON;
            }
            if (confirmed && watch.anyDiffers(tx)) {
                return Lifting.STILL_DIFFERENT;
            }
            store.decide(tx, id, n, who, confirmed);
            return Lifting.DONE;
        });
    }

    /** Two accounts of one name may be one person's; the database asks the same. */
    private static boolean isSame(Official one, Official other) {
        return one.id().equals(other.id()) || one.name().equals(other.name());
    }

    private boolean decidedSo(Handle tx, UUID id, int n, Official who, boolean confirmed) {
        return store.find(tx, id).stream()
                .flatMap(freeze -> freeze.lifts().stream())
                .filter(lift -> lift.n() == n)
                .flatMap(lift -> lift.outcome().stream())
                .anyMatch(outcome ->
                        outcome.confirmed() == confirmed && outcome.name().equals(who.name()));
    }
}
