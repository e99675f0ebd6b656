package io.yipiao.gateway.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.Projector;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One ledger for all tests of a class, a database and a clock for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ClaimTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private EmbeddedLedger embedded;
    private Path folder;
    private Database database;
    ShakyLedger ledger;
    protected TestClock clock;
    protected ClaimWorld world;

    @BeforeAll
    void openLedger(@TempDir Path temporary) {
        folder = temporary;
        embedded = EmbeddedLedger.open(folder.resolve("ledger"), Clock.systemUTC());
    }

    @BeforeEach
    void openWorld() {
        database = TestDatabase.fresh();
        clock = new TestClock("2026-09-22T02:00:00Z");
        ledger = new ShakyLedger(embedded);
        world =
                new ClaimWorld(
                        database, secrets(database), ledger, new TestChannel(embedded), clock);
    }

    @AfterEach
    void closeWorld() {
        database.close();
    }

    @AfterAll
    void closeLedger() {
        embedded.close();
    }

    /** Another gateway with a database of its own, for the same hospital and on the same ledger. */
    ClaimWorld beside(Database its) {
        return new ClaimWorld(its, secrets(its), ledger, world.channel, clock);
    }

    /** Another gateway over the same database. */
    ClaimWorld beside() {
        return new ClaimWorld(database, world.secrets, ledger, world.channel, clock);
    }

    private Secrets secrets(Database its) {
        Path keys = folder.resolve("keys-" + NUMBERS.incrementAndGet());
        return Secrets.open(KeyFolder.thatMakesMissing(keys), its);
    }

    /** A number that no other test gives a bill. */
    protected static int number() {
        return NUMBERS.incrementAndGet();
    }

    /** What the world's claims stand on. */
    protected LedgerClient ledger() {
        return ledger;
    }

    /** Confirms, as Finance's administrator, what Insurance's asked for. */
    void confirm(String digest) {
        try {
            embedded.confirm(digest);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Projects the ledger's blocks, and looks after claims until nothing more follows. */
    void settle() throws InterruptedException {
        LedgerView view = new LedgerView(database);
        Projector projector = new Projector(database, ledger, view);
        try {
            assertTrue(view.await(ledger.height() - 1, Duration.ofSeconds(60)));
            recover();
            assertTrue(view.await(ledger.height() - 1, Duration.ofSeconds(60)));
        } finally {
            projector.close();
        }
        recover();
        assertEquals(List.of(), Balanced.differences(database));
    }

    /** Cuts the ledger off, or brings it back. */
    protected void cutLedger(boolean isCut) {
        ledger.down(isCut);
    }

    /** Looks after claims as the gateway does every two seconds, once leases have run out. */
    protected void recover() {
        database.with(handle -> handle.execute("UPDATE claim SET leased_until = '-infinity'"));
        world.desk.recovery().pass();
        clock.pass(Duration.ofSeconds(2));
    }
}
