package io.yipiao.gateway.alarm;

import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Alarms: raised by any stage, handled by the bureau. Raising is idempotent: while an alarm of a
 * kind and subject is open, its cause seen again is counted and changes nothing else.
 */
public final class Alarms {
    private final Database database;
    private final AlarmStore store;

    public Alarms(Database database, Clock clock) {
        this.database = database;
        this.store = new AlarmStore(clock);
    }

    /** Raises an alarm in a transaction of its own. */
    public void raise(AlarmKind kind, Subject subject, Facts facts) {
        database.changeInTransaction(tx -> raise(tx, kind, subject, facts));
    }

    /** Raises an alarm in the caller's transaction: it stands if, and only if, that commits. */
    public void raise(Handle tx, AlarmKind kind, Subject subject, Facts facts) {
        store.raise(tx, kind, subject, facts);
    }

    /**
     * Raises an alarm unless there ever was one of this kind and subject: for what stays as it is
     * when a person has dealt with it.
     */
    public void raiseOnce(Handle tx, AlarmKind kind, Subject subject, Facts facts) {
        if (!store.everRaised(tx, kind, subject)) {
            store.raise(tx, kind, subject, facts);
        }
    }

    /**
     * Raises an alarm unless a person closed the last one of this kind and subject: for what is
     * seen again and again until it is gone, or somebody has said why it may stay.
     */
    public void raiseUnlessDealtWith(Handle tx, AlarmKind kind, Subject subject, Facts facts) {
        if (!store.dealtWith(tx, kind, subject)) {
            store.raise(tx, kind, subject, facts);
        }
    }

    /**
     * Closes the open alarm of a kind and subject, if there is one, as its cause is gone.
     *
     * @param reason a word of the bundle under {@code alarm.settled.}
     */
    public void settle(Handle tx, AlarmKind kind, Subject subject, String reason) {
        store.open(tx, kind, subject)
                .ifPresent(alarm -> store.move(tx, alarm, AlarmState.CLOSED, "", reason));
    }

    public Optional<Alarm> find(UUID id) {
        return database.with(handle -> store.find(handle, id));
    }

    /** Those asked for, the newest first. */
    public List<Alarm> list(AlarmFilter filter) {
        return database.with(handle -> store.list(handle, filter));
    }

    /** How many there are in each state. */
    public Map<AlarmState, Long> counts() {
        return database.with(store::counts);
    }

    /** What happened to an alarm, the first step first. */
    public List<AlarmEvent> history(UUID id) {
        return database.with(handle -> store.history(handle, id));
    }

    /** Takes an alarm in hand; to do so again is done already. */
    public Handled take(UUID id, String name) {
        return handle(id, AlarmState.IN_HAND, name, "");
    }

    /**
     * Closes an alarm; to do so again is done already.
     *
     * @param reason not empty
     */
    public Handled close(UUID id, String name, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an alarm is closed with a reason");
        }
        return handle(id, AlarmState.CLOSED, name, reason);
    }

    private Handled handle(UUID id, AlarmState to, String name, String reason) {
        return database.inTransaction(tx -> {
            Optional<Alarm> found = store.lock(tx, id);
            if (found.isEmpty()) {
                return new Handled.Unknown();
            }
            Alarm alarm = found.get();
            if (alarm.state().next().contains(to)) {
                store.move(tx, alarm, to, name, reason);
                return new Handled.Done(store.find(tx, id).orElseThrow());
            }
            AlarmEvent last = store.history(tx, id).getLast();
            boolean same = alarm.state() == to && last.name().equals(name);
            return same ? new Handled.Done(alarm) : new Handled.Overtaken(alarm, last.name());
        });
    }
}
