package io.yipiao.gateway.claim;

import java.time.Instant;

/**
 * A step in a claim's history.
 *
 * @param at when the gateway took it
 * @param state where it led
 * @param actor who took it
 * @param name the clerk's name, else empty
 * @param note a transaction's id, a refusal's code, a clerk's reason; often empty
 */
public record ClaimEvent(Instant at, ClaimState state, Actor actor, String name, String note) {

    /** The step without the clerk's name, which stays with the staff. */
    public ClaimEvent unnamed() {
        return new ClaimEvent(at, state, actor, "", note);
    }
}
