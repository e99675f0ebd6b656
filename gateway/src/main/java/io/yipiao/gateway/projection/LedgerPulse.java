package io.yipiao.gateway.projection;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Feels whether the ledger answers and the projection is up to date. */
public final class LedgerPulse implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LedgerPulse.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** More blocks than a busy ledger makes between two beats. */
    private static final long LAG = 50;

    private final LedgerClient ledger;
    private final LedgerView view;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean alive;
    private volatile long lag;

    public LedgerPulse(LedgerClient ledger, LedgerView view) {
        this.ledger = ledger;
        this.view = view;
        feel();
        Thread.ofVirtual().name("ledger pulse").start(this::beat);
    }

    /** Whether, a moment ago, the ledger answered and its blocks were projected. */
    public boolean isAlive() {
        return alive;
    }

    /** How many blocks the projection is behind. */
    public long lag() {
        return lag;
    }

    private void beat() {
        try {
            while (!stop.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                feel();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void feel() {
        try {
            lag = Math.max(0, ledger.height() - view.checkpoint().nextBlock());
            alive = lag <= LAG;
        } catch (LedgerUnavailable e) {
            if (alive) {
                LOG.log(Level.WARNING, "The ledger does not answer", e);
            }
            alive = false;
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "Neither ledger nor database can be felt", e);
            alive = false;
        }
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
