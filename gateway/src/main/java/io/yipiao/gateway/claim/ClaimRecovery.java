package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.LedgerUnavailable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Leads on claims that nobody works at: those of a gateway that was killed, those whose outcome was
 * unknown, those that wait for their bill's anchor, those whose bill was taken back or fell into
 * conflict. Runs at start and ever again until closed.
 */
public final class ClaimRecovery implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ClaimRecovery.class.getName());
    private static final int AT_ONCE = 100;

    private final ClaimQueue queue;
    private final ClaimProgress progress;
    private final Thread loop;
    private volatile boolean closed;

    ClaimRecovery(ClaimQueue queue, ClaimProgress progress, Duration every) {
        this.queue = queue;
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
     * @return how many claims it looked at
     */
    int pass() {
        queue.forgetEnvelopes();
        try {
            return each(queue.idle(AT_ONCE), progress::advance)
                    + each(queue.takenBack(AT_ONCE), progress::takeBack)
                    + each(queue.reissued(AT_ONCE), progress::goOn)
                    + each(queue.recovering(AT_ONCE), progress::advance)
                    + each(queue.contradicted(AT_ONCE), progress::contradict);
        } catch (LedgerUnavailable e) {
            LOG.log(Level.INFO, "claims wait for the ledger: {0}", e.getMessage());
            return 0;
        }
    }

    private int each(List<ClaimNumber> claims, Consumer<ClaimNumber> work) {
        int led = 0;
        for (ClaimNumber number : claims) {
            if (!closed && queue.lease(number)) {
                try {
                    work.accept(number);
                    led++;
                } catch (LedgerUnavailable e) {
                    throw e;
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
