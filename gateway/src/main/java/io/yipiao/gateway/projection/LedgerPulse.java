package io.yipiao.gateway.projection;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;

import java.time.Duration;
import java.util.Optional;
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
    private volatile Optional<String> fault = Optional.of("not looked at yet");
    private volatile long lag;

    public LedgerPulse(LedgerClient ledger, LedgerView view) {
        this.ledger = ledger;
        this.view = view;
        feel();
        Thread.ofVirtual().name("ledger pulse").start(this::beat);
    }

    /** Whether, a moment ago, the ledger answered and its blocks were projected. */
    public boolean isAlive() {
        return fault.isEmpty();
    }

    /** What was wrong a moment ago, in words that anyone may read; nothing if it is alive. */
    public Optional<String> fault() {
        return fault;
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
            Checkpoint checkpoint = view.checkpoint();
            lag = Math.max(0, ledger.height() - checkpoint.nextBlock());
            fault = lack(checkpoint);
        } catch (LedgerUnavailable e) {
            if (isAlive()) {
                LOG.log(Level.WARNING, "The ledger does not answer", e);
            }
            fault = Optional.of("the ledger does not answer");
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "Neither ledger nor database can be felt", e);
            fault = Optional.of("neither ledger nor database answers");
        }
    }

    private Optional<String> lack(Checkpoint checkpoint) {
        if (checkpoint.rebuilding()) {
            return Optional.of("the projection is being rebuilt");
        }
        return lag <= LAG
                ? Optional.empty()
                : Optional.of("the projection is " + lag + " blocks behind");
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
