package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.LedgerUnavailable;

/**
 * Leads a claim on until it waits for a person, has ended, or waits for the ledger. What it does
 * follows from the stored state alone, so that any gateway goes on where another was killed.
 */
final class ClaimProgress {
    /** More steps at once than any claim needs; a claim that would spin waits for the next pass. */
    private static final int MOST_STEPS = 20;

    private final ClaimStore store;
    private final ComputeStep compute;
    private final HoldStep hold;
    private final StampStep stamp;
    private final ReleaseStep release;
    private final ProveStep prove;

    ClaimProgress(
            ClaimStore store,
            ComputeStep compute,
            HoldStep hold,
            StampStep stamp,
            ReleaseStep release,
            ProveStep prove) {
        this.store = store;
        this.compute = compute;
        this.hold = hold;
        this.stamp = stamp;
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
            store.endLease(number);
        }
    }

    private boolean step(ClaimNumber number) {
        Claim claim = store.find(number).orElseThrow();
        return switch (claim.state()) {
            case RECEIVED -> compute.take(claim);
            case CHECKING -> hold.take(claim);
            case HELD -> {
                store.move(claim, Move.bySystem(ClaimState.FIRST_REVIEW));
                yield true;
            }
            case APPROVED -> stamp.take(claim);
            case RELEASING, RENEWING -> release.take(claim);
            case STAMPED -> prove.take(claim);
            case FIRST_REVIEW, PROVED, REFUSED, DUPLICATE, RECOVERING -> false;
        };
    }
}
