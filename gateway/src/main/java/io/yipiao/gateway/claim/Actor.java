package io.yipiao.gateway.claim;

/** Who moved a claim. */
public enum Actor {
    CLAIMANT,
    SYSTEM,
    LEDGER,
    CLERK
}
