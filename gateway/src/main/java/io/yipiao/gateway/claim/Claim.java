package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.SheetStore.Way;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.fingerprint.BillIndex;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A claim as it is stored.
 *
 * @param payer who is asked to reimburse, by his id on the ledger
 * @param emergency whether the claimant says that the visit was one
 * @param takenInBy the clerk who took it in at the desk
 * @param account where the benefit is to be paid
 * @param route who decides, once that is known
 * @param reason why it ended, or will end, without a stamp
 * @param n numbers its present operations on the ledger; a hold taken anew has the next
 * @param index where the bill stands on the ledger, once its share is held
 * @param left what could still be claimed when the sheet was computed
 * @param held what the ledger holds
 * @param result the sheet, once computed
 * @param pending the endorsed envelope of the operation under way, which may stand on the ledger
 * @param withdrawing whether it ends as soon as the ledger's answer to what is under way is known
 */
record Claim(
        ClaimNumber number,
        String payer,
        UUID bill,
        boolean emergency,
        PersonId claimant,
        PersonId patient,
        Optional<PersonId> takenInBy,
        UUID account,
        ClaimState state,
        Optional<Route> route,
        Optional<Reason> reason,
        int n,
        Optional<BillIndex> index,
        Optional<Fen> left,
        Optional<Fen> held,
        Optional<SheetResult> result,
        Optional<Endorsed> pending,
        boolean withdrawing,
        Instant receivedAt) {

    /** The claim that was just stored. */
    static Claim of(NewClaim made, Instant at) {
        return new Claim(
                made.number(),
                made.payer().id(),
                made.bill(),
                made.asked().emergency(),
                made.claimant().person(),
                made.patient(),
                made.claimant().takenInBy().map(Clerk::person),
                made.account(),
                ClaimState.RECEIVED,
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                at);
    }

    /**
     * The claim after a step.
     *
     * @param ends whether it was found to end as soon as what was under way is known
     */
    Claim after(Move move, boolean ends) {
        return new Claim(
                number,
                payer,
                bill,
                emergency,
                claimant,
                patient,
                takenInBy,
                account,
                move.to(),
                move.computed().flatMap(Move.Computed::way).map(Way::route).or(() -> route),
                move.to() == ClaimState.RECEIVED
                        ? Optional.empty()
                        : move.reason().or(() -> reason),
                n + move.again(state),
                move.place().map(Move.Place::index).or(() -> index),
                move.computed().map(Move.Computed::left).or(() -> left),
                move.place().map(Move.Place::fen).or(() -> held),
                move.computed().map(Move.Computed::result).or(() -> result),
                Optional.empty(),
                ends,
                receivedAt);
    }

    /** The sheet of a claim that is past its computation. */
    SheetResult computed() {
        return result.orElseThrow(() ->
                new IllegalStateException("claim " + number + " is " + state + " without a sheet"));
    }

    /** The place of a bill whose share the ledger holds. */
    BillIndex place() {
        return index.orElseThrow(() ->
                new IllegalStateException("claim " + number + " is " + state + " without a place"));
    }
}
