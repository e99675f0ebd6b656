package io.yipiao.gateway.claim;

import io.yipiao.verifier.verdict.RefusalCode;

/** How a claim's operation came through. */
sealed interface Carried {
    /**
     * It stands on the ledger, and the step that follows from it is stored.
     *
     * @param claim as it has become
     */
    record Arrived(Claim claim) implements Carried {}

    /** The ledger's rules refused it, and nothing was written. */
    record TurnedAway(RefusalCode code) implements Carried {}
}
