package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.store.Database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Leads a claim on until it waits for a person, has ended, or waits for the ledger. What it does
 * follows from the stored state alone, so that any gateway goes on where another was killed.
 */
final class ClaimProgress {
    private static final Logger LOG = System.getLogger(ClaimProgress.class.getName());

    /** How long people wait for the ledger before they are told that it goes on by itself. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More steps at once than any claim needs; a claim that would spin waits for the next pass. */
    private static final int MOST_STEPS = 20;

    private final ClaimStore store;
    private final ClaimQueue queue;
    private final ComputeStep compute;
    private final ShareStep share;
    private final ReviewStep review;
    private final ReleaseStep release;
    private final AfterStamp after;
    private final Database database;

    ClaimProgress(
            Database database,
            ClaimStore store,
            ClaimQueue queue,
            ComputeStep compute,
            ShareStep share,
            ReviewStep review,
            ReleaseStep release,
            AfterStamp after) {
        this.database = database;
        this.store = store;
        this.queue = queue;
        this.compute = compute;
        this.share = share;
        this.review = review;
        this.release = release;
        this.after = after;
    }

    /**
     * Leads on a claim whose lease the caller holds, and ends the lease.
     *
     * @throws LedgerUnavailable when the ledger has to be waited for
     */
    void advance(ClaimNumber number) {
        advance(new Led(store.find(number).orElseThrow(), Optional.empty()));
    }

    private void advance(Led begun) {
        Led led = begun;
        boolean leased = true;
        try {
            for (int steps = 0; leased && steps < MOST_STEPS; steps++) {
                Optional<Claim> moved = step(led);
                if (moved.isEmpty()) {
                    break;
                }
                led = led.at(moved.get());
                // The step that leads out of the gateway's hands ended the lease with it.
                leased = led.claim().state().mayGoOn();
            }
        } catch (Overtaken e) {
            // Whoever overtook this worker leads the claim on.
        } finally {
            if (leased) {
                queue.endLease(begun.claim().number());
            }
        }
    }

    /** The same for those who need not wait: what the ledger does not take now goes on later. */
    void lead(ClaimNumber number) {
        lead(number, () -> advance(number));
    }

    private static void lead(ClaimNumber number, Runnable work) {
        try {
            work.run();
        } catch (LedgerUnavailable e) {
            LOG.log(Level.INFO, "claim {0} waits for the ledger", number);
        }
    }

    /**
     * The same for those who wait for it, though not for ever: after this time it goes on by
     * itself, and what then hinders it is met again by the recovery.
     */
    void lead(ClaimNumber number, Duration patience) {
        lead(number, () -> advance(number), patience);
    }

    /** The same for a claim that was just stored, whose bill was read for it. */
    void lead(Led led, Duration patience) {
        lead(led.claim().number(), () -> advance(led), patience);
    }

    private static void lead(ClaimNumber number, Runnable work, Duration patience) {
        FutureTask<ClaimNumber> leading = new FutureTask<>(() -> lead(number, work), number);
        Thread.ofVirtual().name("claim " + number).start(leading);
        try {
            leading.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.log(Level.INFO, "claim {0} goes on without anybody waiting", number);
        } catch (ExecutionException e) {
            throw new IllegalStateException("claim " + number + " cannot go on", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Draws the consequence of a red bill for a claim that waits, leased as above. */
    void takeBack(ClaimNumber number) {
        Claim claim = store.find(number).orElseThrow();
        try {
            if (claim.state().waitsForPerson()) {
                Move release = Move.byLedger(ClaimState.RELEASING, "").because(Reason.REVERSED);
                store.move(claim, goingOn(claim).orElse(release));
            } else if (claim.state().isPastStamp()) {
                after.takenBack().take(claim);
            }
        } catch (Overtaken e) {
            // A person came first; the ledger refuses the stamp, if that is what he decided.
        }
        advance(number);
    }

    /** Lets a claim go on that ended as its bill was taken back, now that another replaces it. */
    void goOn(ClaimNumber number) {
        Claim claim = store.find(number).orElseThrow();
        boolean reversed = claim.reason().filter(Reason.REVERSED::equals).isPresent();
        try {
            if (claim.state() == ClaimState.REFUSED && reversed) {
                goingOn(claim).ifPresent(move -> store.move(claim, move));
            }
        } catch (Overtaken e) {
            // Another gateway let it go on.
        }
        advance(number);
    }

    /**
     * Ends a claim that waits for a person, leased as above, whose bill fell into conflict: it can
     * never be stamped, and what it holds is given back.
     */
    void contradict(ClaimNumber number) {
        Claim claim = store.find(number).orElseThrow();
        try {
            if (claim.state().waitsForPerson()) {
                Move release = Move.byLedger(ClaimState.RELEASING, "");
                store.move(claim, release.because(Reason.CONFLICT));
            }
        } catch (Overtaken e) {
            // A person came first; the ledger refuses the stamp, if that is what he decided.
        }
        advance(number);
    }

    private Optional<Move> goingOn(Claim claim) {
        return database.with(handle -> after.replacements().of(handle, claim.bill()))
                .map(bill -> after.replacements().goingOn(claim, bill, ""));
    }

    /** The claim as it has become; nothing if it waits. */
    private Optional<Claim> step(Led led) {
        Claim claim = led.claim();
        return switch (claim.state()) {
            case RECEIVED -> compute.take(led);
            case CHECKING -> share.hold(led);
            case HELD -> review.take(claim);
            case APPROVED -> share.stamp(led);
            case RELEASING, RENEWING -> release.take(claim);
            case STAMPED -> after.prove().take(claim);
            case NETTING, REVOKING, AMENDING -> after.correct().take(claim);
            case RECOVERING -> after.recovering().take(claim);
            case FIRST_REVIEW, SECOND_REVIEW, SUPPLEMENT, PROVED -> Optional.empty();
            case REFUSED, DUPLICATE, WITHDRAWN, RECOVERED, WRITTEN_OFF -> Optional.empty();
        };
    }
}
