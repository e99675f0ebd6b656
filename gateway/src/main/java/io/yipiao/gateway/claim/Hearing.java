package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;

import java.util.Optional;

/**
 * A ruling on a claim that is locked.
 *
 * @param seen the amount the clerk saw, if he says so
 */
record Hearing(Claim claim, Bill bill, Clerk clerk, Ruling ruling, Optional<Fen> seen) {

    /** Whether he would decide on what is his own. */
    boolean ofOwnClaim() {
        return clerk.person().equals(claim.claimant()) || clerk.person().equals(claim.patient());
    }

    /** Whether he would decide what he took in himself. */
    boolean ofClaimTakenIn() {
        return claim.takenInBy().filter(clerk.person()::equals).isPresent();
    }

    /** Whether the clerk saw another amount than this. */
    boolean sawOther(Fen fund) {
        return seen.isPresent() && !seen.get().equals(fund);
    }

    Move move(ClaimState to) {
        return Move.byClerk(to, clerk, ruling.text());
    }
}
