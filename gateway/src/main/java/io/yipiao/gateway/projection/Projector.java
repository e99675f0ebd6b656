package io.yipiao.gateway.projection;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.LedgerBlock;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerTransaction;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Follows the ledger's blocks into the tables, one transaction a block. Of several gateways over
 * one database one does it at a time; when it stops, another takes over where it was.
 */
public final class Projector implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Projector.class.getName());
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Database database;
    private final LedgerClient ledger;
    private final LedgerView view;
    private final Thread thread;
    private volatile boolean stopped;

    /** Begins to follow. */
    public Projector(Database database, LedgerClient ledger, LedgerView view) {
        this.database = database;
        this.ledger = ledger;
        this.view = view;
        this.thread = Thread.ofPlatform().name("projector").start(this::follow);
    }

    /**
     * Asks that everything be dropped and read again from block 0. Whichever gateway projects does
     * it, in one transaction: until its end the old rows stay readable, as keys and trust lists
     * stand on them, but {@link Checkpoint#rebuilding} says that they are doubted.
     */
    public void rebuild() {
        database.with(handle -> {
            ProjectionStore.doubt(handle);
            return true;
        });
    }

    private void follow() {
        while (!stopped) {
            try {
                database.with(this::projectIfLocked);
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            } catch (LedgerUnavailable e) {
                LOG.log(Level.WARNING, "The ledger does not answer; asking again", e);
                pause();
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "The projection stands still; trying again", e);
                pause();
            }
        }
    }

    /** The connection that holds the lock is the one that writes. */
    private boolean projectIfLocked(Handle connection) throws InterruptedException {
        if (!ProjectionStore.lock(connection)) {
            return false;
        }
        try {
            while (!stopped) {
                if (ProjectionStore.checkpoint(connection).rebuilding()) {
                    readAnew(connection);
                } else {
                    project(connection);
                }
            }
            return true;
        } finally {
            ProjectionStore.unlock(connection);
        }
    }

    /** Projects blocks until the stream has a gap or somebody asks for a rebuild. */
    private void project(Handle connection) throws InterruptedException {
        long next = ProjectionStore.checkpoint(connection).nextBlock();
        try (BlockStream blocks = ledger.blocks(next)) {
            while (!stopped && !ProjectionStore.checkpoint(connection).rebuilding()) {
                Optional<LedgerBlock> block = blocks.next(PATIENCE);
                if (block.isPresent() && block.get().number() != next) {
                    return;
                }
                if (block.isPresent()) {
                    connection.useTransaction(tx -> new BlockWriter(tx, block.get()).write());
                    next++;
                    if (anchors(block.get())) {
                        CrashPoint.PROJECTED_UNMARKED.pass();
                    }
                    view.moved();
                }
            }
        }
    }

    /** Reads the ledger as high as it is now into emptied tables; all of it or none. */
    private void readAnew(Handle connection) throws InterruptedException {
        long height = ledger.height();
        LOG.log(Level.INFO, "The projection is rebuilt from {0} blocks", height);
        boolean whole =
                connection.inTransaction(tx -> {
                    ProjectionStore.empty(tx);
                    if (copy(tx, height)) {
                        ProjectionStore.trust(tx);
                        return true;
                    }
                    tx.rollback();
                    return false;
                });
        if (whole) {
            view.moved();
        }
    }

    /** Writes blocks from 0 up to a height; false if the stream had a gap or it is to stop. */
    private boolean copy(Handle tx, long height) throws InterruptedException {
        long next = 0;
        try (BlockStream blocks = ledger.blocks(0)) {
            while (next < height) {
                Optional<LedgerBlock> block = blocks.next(PATIENCE);
                if (stopped || (block.isPresent() && block.get().number() != next)) {
                    return false;
                }
                if (block.isPresent()) {
                    new BlockWriter(tx, block.get()).write();
                    next++;
                }
            }
        }
        return true;
    }

    /** Whether a batch came with it. */
    private static boolean anchors(LedgerBlock block) {
        return block.transactions().stream()
                .filter(LedgerTransaction::isValid)
                .flatMap(transaction -> transaction.writes().keySet().stream())
                .anyMatch(key -> key.startsWith("batch/"));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
