package io.yipiao.gateway.claim;

/** Who decides a claim. */
public enum Route {
    /** Policy alone: the claim is held, stamped and proved at once. */
    AUTOMATIC,
    /** A clerk. */
    PERSON
}
