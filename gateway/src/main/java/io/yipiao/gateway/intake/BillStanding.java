package io.yipiao.gateway.intake;

import java.util.Optional;

/**
 * How far a stored bill is on its way to the ledger.
 *
 * @param state QUEUED, ANCHORED or REFUSED
 * @param refusal why the ledger refused its batch, as {@code CODE: sentence}
 */
public record BillStanding(State state, Optional<String> refusal) {

    /** Where the bill's batch is. */
    public enum State {
        QUEUED,
        ANCHORED,
        REFUSED
    }
}
