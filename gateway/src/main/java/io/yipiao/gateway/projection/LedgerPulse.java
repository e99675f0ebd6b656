package io.yipiao.gateway.projection;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Feels whether the ledger answers and the projection is up to date. */
public final class LedgerPulse implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LedgerPulse.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More blocks than a busy ledger makes between two beats. */
    private static final long LAG = 50;

    private final LedgerClient ledger;
    private final LedgerView view;
    private final Duration patience;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Optional<String> fault = Optional.of("not looked at yet");
    private volatile Optional<Instant> lastAlive = Optional.empty();
    private volatile long lag;
    private volatile long felt = System.nanoTime();

    public LedgerPulse(LedgerClient ledger, LedgerView view) {
        this(ledger, view, PATIENCE);
    }

    /**
     * @param patience how long it may feel nothing before the ledger counts as out of reach
     */
    LedgerPulse(LedgerClient ledger, LedgerView view, Duration patience) {
        this.ledger = ledger;
        this.view = view;
        this.patience = patience;
        feel();
        Thread.ofVirtual().name("ledger pulse").start(this::beat);
    }

    /** Whether, a moment ago, the ledger answered and its blocks were projected. */
    public boolean isAlive() {
        return fault().isEmpty();
    }

    /** What was wrong a moment ago, in words that anyone may read; nothing if it is alive. */
    public Optional<String> fault() {
        // A call that hangs lets nothing be felt: silence is not an answer.
        return System.nanoTime() - felt > patience.toNanos()
                ? Optional.of("the ledger has not answered for a while")
                : fault;
    }

    /** When it was felt alive last; nothing if it never was. */
    public Optional<Instant> lastAlive() {
        return lastAlive;
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
            if (fault.isEmpty()) {
                lastAlive = Optional.of(Instant.now());
            }
            felt = System.nanoTime();
        } catch (LedgerUnavailable e) {
            if (isAlive()) {
                LOG.log(Level.WARNING, "The ledger does not answer", e);
            }
            fault = Optional.of("the ledger does not answer");
            felt = System.nanoTime();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "Neither ledger nor database can be felt", e);
            fault = Optional.of("neither ledger nor database answers");
            felt = System.nanoTime();
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
