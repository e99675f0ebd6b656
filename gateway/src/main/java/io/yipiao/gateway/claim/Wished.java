package io.yipiao.gateway.claim;

/** What became of a claimant's wish. */
public sealed interface Wished {

    /** It is granted; the ledger may still have to follow. */
    record Done(ClaimView claim) implements Wished {}

    /** There is no such claim for him. */
    record Unknown() implements Wished {}

    /**
     * The claim has gone on.
     *
     * @param by the step that came before; a clerk's name is left out
     */
    record TooLate(ClaimView claim, ClaimEvent by) implements Wished {}
}
