package io.yipiao.gateway.claim;

import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.gateway.intake.BillStanding;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/**
 * NETTING, AMENDING and REVOKING: has the ledger correct a stamp as it was planned. What the ledger
 * refuses leaves the stamp as it is.
 */
final class CorrectStep {
    private final Database database;
    private final Bills bills;
    private final ClaimStore store;
    private final OwedStore owed;
    private final CorrectionStore corrections;
    private final Replacements replacements;
    private final LedgerWork ledger;

    CorrectStep(
            Database database,
            Bills bills,
            ClaimStore store,
            OwedStore owed,
            CorrectionStore corrections,
            Replacements replacements,
            LedgerWork ledger) {
        this.database = database;
        this.bills = bills;
        this.store = store;
        this.owed = owed;
        this.corrections = corrections;
        this.replacements = replacements;
        this.ledger = ledger;
    }

    Optional<Claim> take(Claim claim) {
        Correction correction = database.with(handle -> corrections.underWay(handle, claim));
        Carried carried =
                ledger.put(claim, call(claim, correction), done -> done(claim, correction, done));
        return switch (carried) {
            case Carried.Arrived arrived -> Optional.of(arrived.claim());
            case Carried.TurnedAway no ->
                    waits(correction, no.code())
                            ? Optional.empty()
                            : Optional.of(store.move(claim, back(claim, no.code().name())));
        };
    }

    private Call call(Claim claim, Correction correction) {
        ShareCalls calls = LedgerWork.calls(claim);
        return switch (correction.kind()) {
            case NET ->
                    calls.net(place(correction), correction.fen(), correction.result().digest());
            case AMEND ->
                    calls.amend(claim.place(), correction.fen(), correction.result().digest());
            case REVOKE -> calls.revoke(claim.place(), correction.fen());
        };
    }

    private BillPlace place(Correction correction) {
        return bills.place(correction.bill()).orElseThrow();
    }

    private Move done(Claim claim, Correction correction, Said.Done done) {
        Move stamped = Move.byLedger(ClaimState.STAMPED, done.transaction());
        Fen fen = correction.fen();
        return switch (correction.kind()) {
            case NET ->
                    done.outcome().equals("CONFLICT")
                            ? back(claim, done.transaction())
                            : stamped.holding(done.index(), fen)
                                    .with(tx -> {
                                        owed.netted(tx, claim.number(), claim.bill(), fen);
                                        replacements.carried(tx, claim, correction.bill());
                                        corrections.apply(tx, claim, correction);
                                    });
            case AMEND ->
                    stamped.holding(claim.place(), fen)
                            .with(tx -> corrections.apply(tx, claim, correction));
            case REVOKE -> stamped.with(tx -> owed.revoked(tx, claim, fen));
        };
    }

    /** Where the stamp stands as it did, or a red bill came first: its receipt will say. */
    private Move back(Claim claim, String note) {
        return claim.state() == ClaimState.NETTING
                ? Move.byLedger(ClaimState.RECOVERING, note)
                        .with(tx -> owed.alone(tx, claim.number(), claim.bill()))
                : Move.byLedger(ClaimState.STAMPED, note);
    }

    /**
     * Whether it will go through later: the bill that replaces is not anchored yet.
     *
     * @throws LedgerUnavailable when an administrator has to put the ledger in order first, or a
     *     peer that was away has to catch up
     */
    private boolean waits(Correction correction, RefusalCode code) {
        return switch (code) {
            case WAITS -> true;
            case UNKNOWN_BATCH ->
                    bills.standing(correction.bill()).state() != BillStanding.State.REFUSED;
            case NO_RULES, WRONG_KEY, FORBIDDEN, UNKNOWN_PAYER, SUSPENDED_PAYER ->
                    throw new LedgerUnavailable("the ledger corrects no stamps now: " + code);
            case UNKNOWN_BILL, UNKNOWN_SHARE ->
                    throw new LedgerUnavailable("a peer is behind: " + code);
            default -> false;
        };
    }
}
