package io.yipiao.gateway.projection;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.LedgerBlock;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerTransaction;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.store.Database;

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

    /** The name of the lock that the projecting gateway holds. */
    private static final long LOCK = 0x79697069616fL;

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

    /** Drops everything and reads the ledger again from block 0. */
    public void rebuild() {
        database.changeInTransaction(tx -> {
            BlockWriter.checkpoint(tx);
            tx.execute(
                    """
                    TRUNCATE ledger_block, ledger_transaction, ledger_issuer, ledger_payer,
                        ledger_batch, ledger_bill, ledger_share, ledger_red
                    """);
            tx.execute("UPDATE ledger_checkpoint SET next_block = 0, last_hash = ''");
        });
    }

    private void follow() {
        while (!stopped) {
            try {
                database.with(handle -> {
                    if (locked(handle)) {
                        projectUntilStopped();
                    }
                    return true;
                });
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

    /** The lock is the connection's: it is gone with it, however this process ends. */
    private static boolean locked(org.jdbi.v3.core.Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    private void projectUntilStopped() throws InterruptedException {
        while (!stopped) {
            long from = view.checkpoint().nextBlock();
            try (BlockStream blocks = ledger.blocks(from)) {
                project(blocks, from);
            }
        }
    }

    /** Projects blocks until the stream has a gap or somebody set the checkpoint back. */
    private void project(BlockStream blocks, long from) throws InterruptedException {
        long next = from;
        while (!stopped && view.checkpoint().nextBlock() == next) {
            Optional<LedgerBlock> block = blocks.next(PATIENCE);
            if (block.isPresent()) {
                if (block.get().number() != next) {
                    return;
                }
                database.changeInTransaction(tx -> new BlockWriter(tx, block.get()).write());
                next++;
                if (anchors(block.get())) {
                    CrashPoint.PROJECTED_UNMARKED.pass();
                }
                view.moved();
            }
        }
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
