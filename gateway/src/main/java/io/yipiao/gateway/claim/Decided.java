package io.yipiao.gateway.claim;

import java.util.Set;

/** What became of a clerk's decision. */
public sealed interface Decided {

    /** It stands; the claim has moved, the ledger may still have to follow. */
    record Done(ClaimView claim) implements Decided {}

    /** There is no such claim. */
    record Unknown() implements Decided {}

    /** He would decide his own claim, or one on his own bill. */
    record OwnClaim() implements Decided {}

    /** He would decide what he took in at the desk. */
    record TakenIn() implements Decided {}

    /**
     * It does not wait for a decision: somebody was faster.
     *
     * @param by the step he took
     */
    record NotWaiting(ClaimView claim, ClaimEvent by) implements Decided {}

    /** It waits for a supervisor other than the clerk who handed it on. */
    record ForSupervisor(ClaimView claim) implements Decided {}

    /** He disallows lines that the bill does not have. */
    record NoSuchLine(Set<Integer> lines) implements Decided {
        public NoSuchLine {
            lines = Set.copyOf(lines);
        }
    }

    /** The year went on, or he looked at another amount: the sheet is not the one he approved. */
    record SheetChanged(ClaimView claim) implements Decided {}
}
