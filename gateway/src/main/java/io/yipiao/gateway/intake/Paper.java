package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.BillId;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A paper that a bill was exchanged to (换开).
 *
 * @param bill the gateway's name of the paper
 * @param movedAt when it was collected or voided
 */
public record Paper(UUID bill, BillId id, State state, Optional<Instant> movedAt) {

    /** Where a paper is. */
    public enum State {
        /** The patient has it. */
        ISSUED,
        /** It came back to the hospital (收回). */
        COLLECTED,
        /** It was spoiled or lost, and declared void (作废). */
        VOIDED;

        /** Where it may go from here; what came back or is void stays so. */
        public Set<State> next() {
            return this == ISSUED ? EnumSet.of(COLLECTED, VOIDED) : EnumSet.noneOf(State.class);
        }
    }

    /** Whether somebody may still show it. */
    public boolean isOut() {
        return state == State.ISSUED;
    }
}
