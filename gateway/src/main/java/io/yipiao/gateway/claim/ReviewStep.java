package io.yipiao.gateway.claim;

import io.yipiao.gateway.store.Database;

import java.util.Optional;

/**
 * HELD: hands the claim to a clerk, or to a supervisor if a clerk had handed it on before it was
 * held anew. A question that waits for its answer waits on. A claim that its claimant takes back
 * goes to neither.
 */
final class ReviewStep {
    private final Database database;
    private final ClaimStore store;
    private final Reviews reviews;
    private final Supplements supplements;

    ReviewStep(Database database, ClaimStore store, Reviews reviews, Supplements supplements) {
        this.supplements = supplements;
        this.database = database;
        this.store = store;
        this.reviews = reviews;
    }

    Optional<Claim> take(Claim claim) {
        if (claim.withdrawing()) {
            Move release = Move.byClaimant(ClaimState.RELEASING);
            return Optional.of(store.move(claim, release.because(Reason.WITHDRAWN)));
        }
        return Optional.of(
                database.inTransaction(tx -> {
                    reviews.carry(tx, claim);
                    ClaimState next =
                            supplements.isOpen(tx, claim.number())
                                    ? ClaimState.SUPPLEMENT
                                    : reviews.stage(tx, claim);
                    return store.move(tx, claim, Move.bySystem(next));
                }));
    }
}
