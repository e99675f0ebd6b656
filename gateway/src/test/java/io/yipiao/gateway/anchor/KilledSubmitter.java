package io.yipiao.gateway.anchor;

import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.Projector;
import io.yipiao.gateway.settings.DatabaseSettings;
import io.yipiao.gateway.store.Database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A gateway of which only the way to the ledger is there. If nothing waits it freezes a batch; then
 * it brings what waits onto the ledger and ends, unless it is told to die on the way.
 */
final class KilledSubmitter {
    private static final Duration LEASE = Duration.ofSeconds(2);

    private KilledSubmitter() {}

    /**
     * Runs to its end.
     *
     * @param death where to die, or empty
     * @return the exit status
     */
    static int run(Path folder, String death) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dyipiao.crash=" + death,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSubmitter.class.getName(),
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    static Database database(Path folder) {
        return Database.open(new DatabaseSettings.Embedded(folder.resolve("database"), 8));
    }

    static EmbeddedLedger ledger(Path folder) {
        return EmbeddedLedger.open(folder.resolve("ledger"), Clock.systemUTC());
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        Outbox outbox = new Outbox();
        try (Database database = database(folder);
                EmbeddedLedger ledger = ledger(folder);
                Submitter submitter =
                        new Submitter(
                                database,
                                ledger,
                                outbox,
                                new Alarms(database, Clock.systemUTC()),
                                LEASE)) {
            Projector projector = new Projector(database, ledger, new LedgerView(database));
            FrozenBatches frozen = new FrozenBatches(database, outbox);
            if (frozen.unfinished() == 0) {
                TestChannel channel = new TestChannel(ledger);
                TestIssuer issuer = channel.issuer();
                frozen.freeze(
                        issuer,
                        List.of(issuer.redBill(issuer.bill(100)), issuer.paper(issuer.bill(100))));
                CrashPoint.BATCH_FROZEN.pass();
            }
            submitter.start(2);
            while (frozen.unfinished() > 0) {
                outbox.await(Duration.ofMillis(50));
            }
            projector.close();
        }
    }
}
