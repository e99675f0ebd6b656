package io.yipiao.gateway.projection;

/** Whose word an opened bill's content is. */
public enum Provenance {
    /** Its issuer's, who sealed it. */
    ISSUED,
    /** A payer's, of a bill issued elsewhere. */
    CLAIMED,
    /** Its issuer's, but sealed as its paper; the bill itself was not opened yet. */
    EXCHANGED
}
