package io.yipiao.gateway.claim;

/** Somebody else moved the claim meanwhile: nothing was changed, look at it anew. */
final class Overtaken extends RuntimeException {
    Overtaken(ClaimNumber claim, ClaimState from) {
        super("claim " + claim + " is no longer " + from);
    }
}
