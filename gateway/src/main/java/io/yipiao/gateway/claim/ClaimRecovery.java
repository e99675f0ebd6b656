package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.LedgerUnavailable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/**
 * Leads on claims that nobody works at: those of a gateway that was killed, those whose outcome was
 * unknown, and those that wait for their bill's anchor. Runs at start and ever again until closed.
 */
public final class ClaimRecovery implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ClaimRecovery.class.getName());
    private static final int AT_ONCE = 100;

    private final ClaimStore store;
    private final ClaimProgress progress;
    private final Thread loop;
    private volatile boolean closed;

    ClaimRecovery(ClaimStore store, ClaimProgress progress, Duration every) {
        this.store = store;
        this.progress = progress;
        this.loop = Thread.ofVirtual().name("claim-recovery").unstarted(() -> run(every));
    }

    /** Begins with a first pass at once. */
    public ClaimRecovery start() {
        loop.start();
        return this;
    }

    /**
     * One pass.
     *
     * @return how many claims it led on, or found waiting
     */
    int pass() {
        List<ClaimNumber> idle = store.idle(AT_ONCE);
        int led = 0;
        for (ClaimNumber number : idle) {
            if (store.lease(number)) {
                try {
                    progress.advance(number);
                    led++;
                } catch (LedgerUnavailable e) {
                    LOG.log(Level.INFO, "claims wait for the ledger: {0}", e.getMessage());
                    return led;
                } catch (RuntimeException e) {
                    // One claim that cannot go on must not stop the others.
                    LOG.log(Level.ERROR, "claim " + number + " cannot go on", e);
                }
            }
        }
        return led;
    }

    private void run(Duration every) {
        while (!closed) {
            try {
                pass();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "claims cannot be led on now", e);
            }
            try {
                Thread.sleep(every);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        loop.interrupt();
        try {
            loop.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
