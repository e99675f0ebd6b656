package io.yipiao.gateway.start;

import io.micrometer.core.instrument.MeterRegistry;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.claim.ClaimAlarms;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.control.ControlMonitor;
import io.yipiao.gateway.control.ControlTotals;
import io.yipiao.gateway.http.AlarmOperations;
import io.yipiao.gateway.http.ControlOperations;
import io.yipiao.gateway.http.HealthCheck;
import io.yipiao.gateway.http.Operations;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.projection.LedgerPulse;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.watch.Freezes;
import io.yipiao.gateway.watch.Watcher;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What looks after the rest, and the alarms it raises.
 *
 * @param alarms of all stages
 * @param freezes of payments
 * @param watcher of the organisations' peers
 * @param totals Finance's, compared with the bills that came
 */
record Watching(Alarms alarms, Freezes freezes, Watcher watcher, ControlTotals totals) {
    private static final Duration PEERS = Duration.ofSeconds(5);
    private static final Duration CLAIMS = Duration.ofMinutes(1);
    private static final Duration TOTALS = Duration.ofMinutes(5);

    /** Puts them together and sets them to work until the parts are closed. */
    static Watching begin(
            Parts parts, Database database, LedgerClient ledger, ClaimDesk claims, Clock clock) {
        Alarms alarms = new Alarms(database, clock);
        Freezes freezes = new Freezes(database, clock);
        Watcher watcher = new Watcher(database, ledger.peers(), freezes, alarms, clock);
        parts.add(new Chore("watching the peers", PEERS, watcher::pass));
        ClaimAlarms late =
                new ClaimAlarms(
                        database, claims.clocks(), GatewayPages.workingDays(), alarms, clock);
        parts.add(new Chore("late claims", CLAIMS, late::pass));
        ControlMonitor monitor = new ControlMonitor(database, alarms, clock);
        parts.add(new Chore("control totals", TOTALS, monitor::pass));
        return new Watching(alarms, freezes, watcher, new ControlTotals(database, clock, monitor));
    }

    void addTo(Operations operations) {
        new AlarmOperations(alarms).addTo(operations);
        new ControlOperations(totals).addTo(operations);
    }

    void measure(MeterRegistry meters) {
        meters.gauge("yipiao.payments.frozen", freezes, all -> all.isFrozen() ? 1 : 0);
    }

    /** What whoever asks for the gateway's health is told. */
    List<HealthCheck> checks(Database database, LedgerPulse pulse) {
        return List.of(
                new HealthCheck(
                        "database",
                        () -> database.answers() ? Optional.empty() : Optional.of("no answer")),
                new HealthCheck("ledger", pulse::fault),
                HealthCheck.notice(
                        "payments",
                        () ->
                                freezes.isFrozen()
                                        ? Optional.of("payments are frozen")
                                        : Optional.empty()));
    }
}
