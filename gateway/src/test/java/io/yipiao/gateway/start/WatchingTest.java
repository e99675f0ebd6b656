package io.yipiao.gateway.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.control.ControlMonitor;
import io.yipiao.gateway.control.ControlTotals;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.gateway.watch.Freezes;
import io.yipiao.gateway.watch.Official;
import io.yipiao.gateway.watch.Watcher;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

@Timeout(60)
class WatchingTest {
    private static final Official ONE = new Official(UUID.randomUUID(), "周示例");
    private static final Official OTHER = new Official(UUID.randomUUID(), "郑示例");

    private final Database database = TestDatabase.fresh();
    private final Clock clock = Clock.systemUTC();
    private final Alarms alarms = new Alarms(database, clock);
    private final Freezes freezes = new Freezes(database, clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Watching watching =
            new Watching(
                    alarms,
                    freezes,
                    new Watcher(database, List.of(), freezes, alarms, clock),
                    new ControlTotals(
                            database, clock, new ControlMonitor(database, alarms, clock)));

    @AfterEach
    void close() {
        meters.close();
        database.close();
    }

    @Test
    void the_gauge_is_one_as_long_as_payments_are_frozen() {
        watching.measure(meters);
        assertEquals(0, frozen());
        freezes.begin(ONE, "演练");
        assertEquals(1, frozen());
        UUID freeze = freezes.current().orElseThrow().id();
        freezes.askLift(freeze, ONE, "演练结束");
        assertEquals(1, frozen(), "asked is not lifted");
        freezes.confirm(freeze, 1, OTHER);
        assertEquals(0, frozen());
    }

    private double frozen() {
        return meters.get("yipiao.payments.frozen").gauge().value();
    }
}
