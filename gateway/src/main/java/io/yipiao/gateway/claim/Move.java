package io.yipiao.gateway.claim;

import java.util.Optional;

/**
 * A step of a claim from its state to another.
 *
 * @param to where it goes
 * @param actor who moves it
 * @param name the clerk's name, else empty
 * @param note what the history says of it: a transaction's id, a clerk's reason
 * @param reason why the claim ends without a stamp
 * @param other the same payer's claim that has the bill
 */
record Move(
        ClaimState to,
        Actor actor,
        String name,
        String note,
        Optional<Reason> reason,
        Optional<ClaimNumber> other) {

    /** How a claim comes in. */
    static final Move FIRST =
            new Move(
                    ClaimState.RECEIVED,
                    Actor.CLAIMANT,
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty());

    /** How a claim comes in at the desk. */
    static Move takenIn(Clerk clerk) {
        return byClerk(ClaimState.RECEIVED, clerk, "");
    }

    /** A step the gateway takes by itself. */
    static Move bySystem(ClaimState to) {
        return new Move(to, Actor.SYSTEM, "", "", Optional.empty(), Optional.empty());
    }

    /** A step that follows from what the ledger committed or refused. */
    static Move byLedger(ClaimState to, String note) {
        return new Move(to, Actor.LEDGER, "", note, Optional.empty(), Optional.empty());
    }

    static Move byClaimant(ClaimState to) {
        return new Move(to, Actor.CLAIMANT, "", "", Optional.empty(), Optional.empty());
    }

    static Move byClerk(ClaimState to, Clerk clerk, String note) {
        return new Move(to, Actor.CLERK, clerk.name(), note, Optional.empty(), Optional.empty());
    }

    Move because(Reason why) {
        return new Move(to, actor, name, note, Optional.of(why), other);
    }

    Move after(Optional<ClaimNumber> claim) {
        return new Move(to, actor, name, note, reason, claim);
    }

    /** Whether later sheets of the year build on the claim from now on. */
    boolean counts() {
        return to.isDecidedFor() || reason.filter(Reason.NOTHING_PAYABLE::equals).isPresent();
    }
}
