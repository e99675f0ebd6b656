package io.yipiao.gateway.screen;

/** Why two bills for the same care are no duplicates: only one of them can be claimed. */
public enum Explanation {
    /** One of them replaces the other after a refund (退费重开). */
    REISSUED,
    /** A red bill took one of them back. */
    REVERSED
}
