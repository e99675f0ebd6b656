package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.claim.SheetStore.Way;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.fingerprint.BillIndex;

import org.jdbi.v3.core.Handle;

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
 * @param place what of a bill the ledger holds for it from now on
 * @param computed what it was computed to
 * @param effect what else changes with it
 */
record Move(
        ClaimState to,
        Actor actor,
        String name,
        String note,
        Optional<Reason> reason,
        Optional<ClaimNumber> other,
        Optional<Place> place,
        Optional<Computed> computed,
        Effect effect) {

    /** What changes in the transaction of a step, or not at all. */
    @FunctionalInterface
    interface Effect {
        Effect NONE = tx -> {};

        void apply(Handle tx);
    }

    /** An amount of the bill at an index. */
    record Place(BillIndex index, Fen fen) {}

    /**
     * A sheet that was computed.
     *
     * @param left what of the bill was left for the claim
     * @param way which way it goes from there; none if it ends
     */
    record Computed(SheetResult result, Fen left, Optional<Way> way) {
        Sheet sheet() {
            return result.sheet();
        }
    }

    /** How a claim comes in. */
    static final Move FIRST = byClaimant(ClaimState.RECEIVED);

    /** How a claim comes in at the desk. */
    static Move takenIn(Clerk clerk) {
        return byClerk(ClaimState.RECEIVED, clerk, "");
    }

    /** A step the gateway takes by itself. */
    static Move bySystem(ClaimState to) {
        return by(Actor.SYSTEM, to, "", "");
    }

    /** A step that follows from what the ledger committed or refused. */
    static Move byLedger(ClaimState to, String note) {
        return by(Actor.LEDGER, to, "", note);
    }

    static Move byClaimant(ClaimState to) {
        return by(Actor.CLAIMANT, to, "", "");
    }

    static Move byClerk(ClaimState to, Clerk clerk, String note) {
        return by(Actor.CLERK, to, clerk.name(), note);
    }

    Move because(Reason why) {
        return new Move(to, actor, name, note, Optional.of(why), other, place, computed, effect);
    }

    Move after(Optional<ClaimNumber> claim) {
        return new Move(to, actor, name, note, reason, claim, place, computed, effect);
    }

    Move holding(BillIndex index, Fen fen) {
        Place held = new Place(index, fen);
        return new Move(to, actor, name, note, reason, other, Optional.of(held), computed, effect);
    }

    /** The step that keeps what was computed. */
    Move with(Computed sheet) {
        return new Move(to, actor, name, note, reason, other, place, Optional.of(sheet), effect);
    }

    /** The step with what else changes with it. */
    Move with(Effect change) {
        return new Move(to, actor, name, note, reason, other, place, computed, change);
    }

    /** How many operations on the ledger later its next one is: what begins anew is another. */
    int again(ClaimState from) {
        return switch (to) {
            case RECEIVED, NETTING, REVOKING, AMENDING -> 1;
            default -> to == from ? 1 : 0;
        };
    }

    /** Whether later sheets of the year build on the claim from now on; nothing: as before. */
    Optional<Boolean> counts() {
        return to.isPastStamp() && !to.isDecidedFor()
                ? Optional.empty()
                : Optional.of(
                        to.isDecidedFor()
                                || reason.filter(Reason.NOTHING_PAYABLE::equals).isPresent());
    }

    private static Move by(Actor actor, ClaimState to, String name, String note) {
        return new Move(
                to,
                actor,
                name,
                note,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Effect.NONE);
    }
}
