package io.yipiao.gateway.claim;

/** What became of a clerk's decision. */
public sealed interface Decided {

    /** It stands; the claim has moved, the ledger may still have to follow. */
    record Done(ClaimView claim) implements Decided {}

    /** There is no such claim. */
    record Unknown() implements Decided {}

    /** He would decide his own claim, or one on his own bill. */
    record OwnClaim() implements Decided {}

    /** It does not wait for a decision, or somebody else has decided meanwhile. */
    record NotWaiting(ClaimView claim) implements Decided {}

    /** The year went on, or he looked at another amount: the sheet is not the one he approved. */
    record SheetChanged(ClaimView claim) implements Decided {}
}
