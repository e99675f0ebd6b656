package io.yipiao.gateway.anchor;

import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.verdict.RefusalCode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drains the outbox onto the ledger with a few threads: endorse, store the envelope, submit, store
 * the outcome. Several gateways may do so over one database, and each may be killed at any point:
 * what one left is found by the next when its lease has run out.
 */
public final class Submitter implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Submitter.class.getName());

    /**
     * What an administrator can cure, or another bill that is still on its way: the entry waits.
     * Any other refusal is final.
     */
    private static final Set<RefusalCode> CURABLE =
            Set.of(
                    RefusalCode.NO_RULES,
                    RefusalCode.WRONG_KEY,
                    RefusalCode.FORBIDDEN,
                    RefusalCode.UNKNOWN_ISSUER,
                    RefusalCode.UNKNOWN_KEY,
                    RefusalCode.UNKNOWN_BATCH,
                    RefusalCode.WAITS);

    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(2);

    private final LedgerClient ledger;
    private final Outbox outbox;
    private final OutboxQueue queue;
    private final OutboxProgress progress;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    /**
     * @param alarms where refusals are told that a person must look at
     * @param lease how long others leave alone what this gateway took; longer than a commit takes
     */
    public Submitter(
            Database database, LedgerClient ledger, Outbox outbox, Alarms alarms, Duration lease) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.queue = new OutboxQueue(database, lease);
        this.progress = new OutboxProgress(database, new RefusalAlarms(alarms), lease);
    }

    /** Begins to drain, with this many transactions in flight at most. */
    public void start(int parallel) {
        for (int i = 0; i < parallel; i++) {
            threads.add(Thread.ofVirtual().name("submitter-" + i).start(this::run));
        }
    }

    private void run() {
        while (!closed) {
            Duration pause = Duration.ZERO;
            try {
                pause = step() ? Duration.ZERO : IDLE;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "The outbox is not drained: " + e.getMessage());
                pause = AFTER_OUTAGE;
            }
            if (!rest(pause)) {
                return;
            }
        }
    }

    /** Does one thing that waits; false if nothing does. */
    boolean step() {
        Optional<Endorsed> orphan = progress.orphan();
        if (orphan.isPresent()) {
            submit(orphan.get());
            return true;
        }
        Optional<Consignment> next = queue.take();
        next.ifPresent(consignment -> {
            outbox.wake();
            propose(consignment);
        });
        return next.isPresent();
    }

    private void propose(Consignment consignment) {
        try {
            Endorsed endorsed = ledger.endorse(consignment.call());
            if (progress.endorsed(consignment, endorsed)) {
                CrashPoint.ENDORSED.pass();
                submit(endorsed);
            }
        } catch (Refused refusal) {
            refused(consignment, refusal);
        } catch (RaceLost e) {
            progress.postponed(consignment, "the race was lost");
        } catch (LedgerUnavailable e) {
            progress.unanswered(consignment, "the ledger does not answer");
            throw e;
        }
    }

    private void refused(Consignment consignment, Refused refusal) {
        boolean alone = consignment.entries().size() == 1;
        if (alone && !CURABLE.contains(refusal.code())) {
            progress.refused(consignment, refusal);
        } else {
            progress.postponed(consignment, refusal.code() + ": " + refusal.sentence());
        }
    }

    /** If the outcome stays unknown the envelope stays stored, and is found again. */
    private void submit(Endorsed endorsed) {
        Commit commit = ledger.submit(endorsed.envelope());
        CrashPoint.COMMITTED_UNSEEN.pass();
        CrashPoint.PROJECTED_UNMARKED.stay();
        switch (commit) {
            case Commit.Committed committed -> progress.committed(endorsed, committed);
            case Commit.Lost lost -> progress.invalid(endorsed, "the race was lost");
            case Commit.Invalid invalid -> {
                LOG.log(Level.ERROR, "Transaction " + invalid.id() + " is " + invalid.reason());
                progress.invalid(endorsed, invalid.reason().name());
            }
        }
    }

    private boolean rest(Duration pause) {
        try {
            if (pause.isPositive()) {
                outbox.await(pause);
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Stops taking entries; what is in flight is finished, or found by the next gateway. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(thread -> outbox.wake());
        for (Thread thread : threads) {
            try {
                if (!thread.join(Duration.ofSeconds(10))) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
