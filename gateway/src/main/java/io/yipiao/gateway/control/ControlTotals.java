package io.yipiao.gateway.control;

import io.yipiao.gateway.store.Database;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finance's control totals: each is kept once, with its corrections. */
public final class ControlTotals {
    private final Database database;
    private final ControlStore store;
    private final ControlMonitor monitor;

    public ControlTotals(Database database, Clock clock, ControlMonitor monitor) {
        this.database = database;
        this.store = new ControlStore(clock);
        this.monitor = monitor;
    }

    /**
     * Keeps totals, and compares them at once. What was said before and is said again changes
     * nothing; what is said otherwise is a correction.
     *
     * @param by whose word it is
     */
    public List<Compared> state(List<ControlTotal> totals, String by) {
        database.changeInTransaction(tx -> totals.forEach(total -> store.state(tx, total, by)));
        return totals.stream().map(total -> monitor.compare(total.of()).orElseThrow()).toList();
    }

    /** What does not agree, the newest day first. */
    public List<Compared> open(int most) {
        return database.with(handle -> store.open(handle, most));
    }

    /** How a total compared last. */
    public Optional<Compared> find(IssueDay of) {
        return database.with(handle -> store.find(handle, of));
    }

    /** How bills of days from this one on came in, by hospital. */
    public List<Punctuality> punctuality(LocalDate from) {
        return database.with(handle -> store.punctuality(handle, from));
    }
}
