package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.LedgerUnavailable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Leads a claim on until it waits for a person, has ended, or waits for the ledger. What it does
 * follows from the stored state alone, so that any gateway goes on where another was killed.
 */
final class ClaimProgress {
    private static final Logger LOG = System.getLogger(ClaimProgress.class.getName());

    /** More steps at once than any claim needs; a claim that would spin waits for the next pass. */
    private static final int MOST_STEPS = 20;

    private final ClaimStore store;
    private final ClaimQueue queue;
    private final ComputeStep compute;
    private final ShareStep share;
    private final ReviewStep review;
    private final ReleaseStep release;
    private final ProveStep prove;

    ClaimProgress(
            ClaimStore store,
            ClaimQueue queue,
            ComputeStep compute,
            ShareStep share,
            ReviewStep review,
            ReleaseStep release,
            ProveStep prove) {
        this.store = store;
        this.queue = queue;
        this.compute = compute;
        this.share = share;
        this.review = review;
        this.release = release;
        this.prove = prove;
    }

    /**
     * Leads on a claim whose lease the caller holds, and ends the lease.
     *
     * @throws LedgerUnavailable when the ledger has to be waited for
     */
    void advance(ClaimNumber number) {
        try {
            int steps = 0;
            while (steps < MOST_STEPS && step(number)) {
                steps++;
            }
        } catch (Overtaken e) {
            // Whoever overtook this worker leads the claim on.
        } finally {
            queue.endLease(number);
        }
    }

    /** The same for those who need not wait: what the ledger does not take now goes on later. */
    void lead(ClaimNumber number) {
        try {
            advance(number);
        } catch (LedgerUnavailable e) {
            LOG.log(Level.INFO, "claim {0} waits for the ledger", number);
        }
    }

    /** Draws the consequence of a red bill for a claim that waits, leased as above. */
    void takeBack(ClaimNumber number) {
        Claim claim = store.find(number).orElseThrow();
        try {
            if (claim.state().waitsForPerson()) {
                Move release = Move.byLedger(ClaimState.RELEASING, "");
                store.move(claim, release.because(Reason.REVERSED));
            } else if (claim.state() == ClaimState.PROVED) {
                prove.take(claim);
            }
        } catch (Overtaken e) {
            // A person came first; the ledger refuses the stamp, if that is what he decided.
        }
        advance(number);
    }

    private boolean step(ClaimNumber number) {
        Claim claim = store.find(number).orElseThrow();
        return switch (claim.state()) {
            case RECEIVED -> compute.take(claim);
            case CHECKING -> share.hold(claim);
            case HELD -> review.take(claim);
            case APPROVED -> share.stamp(claim);
            case RELEASING, RENEWING -> release.take(claim);
            case STAMPED -> prove.take(claim);
            case FIRST_REVIEW, SECOND_REVIEW, SUPPLEMENT -> false;
            case PROVED, REFUSED, DUPLICATE, WITHDRAWN, RECOVERING -> false;
        };
    }
}
