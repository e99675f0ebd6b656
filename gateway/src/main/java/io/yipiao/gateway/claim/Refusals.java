package io.yipiao.gateway.claim;

import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.HospitalAlarm;
import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.gateway.intake.BillStanding;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/** What becomes of a claim whose hold or stamp the ledger refused. */
final class Refusals {
    private final LedgerWork ledger;
    private final Bills bills;
    private final Database database;
    private final Replacements replacements;
    private final Alarms alarms;

    Refusals(
            LedgerWork ledger,
            Bills bills,
            Database database,
            Replacements replacements,
            Alarms alarms) {
        this.alarms = alarms;
        this.ledger = ledger;
        this.bills = bills;
        this.database = database;
        this.replacements = replacements;
    }

    /**
     * The step that follows, or nothing where the same operation will go through later.
     *
     * @throws LedgerUnavailable when an administrator has to put the ledger or this gateway's
     *     identity in order first, or a peer that was away has to catch up
     */
    Optional<Move> after(Claim claim, BillIndex index, RefusalCode code) {
        return switch (code) {
            case OCCUPIED -> Optional.of(duplicate(claim, index));
            // Others took of the bill meanwhile: computed anew, the sheet is cut to what is left.
            case EXCEEDED -> Optional.of(Move.byLedger(ClaimState.RECEIVED, code.name()));
            // The share was held: only a red bill releases it behind its payer's back.
            case REVERSED, WRONG_STATE -> reversed(claim, code);
            case CONFLICT -> Optional.of(conflict(claim));
            case REVOKED_KEY -> refused(code, Reason.REVOKED);
            case UNKNOWN_BATCH -> unanchored(claim);
            // Its hospital was never given this number.
            case OFF_SERIES -> offSeries(claim);
            // An issuer here has it; his own word has to come in.
            case IN_SERIES -> refused(code, Reason.IN_SERIES);
            case WAITS -> Optional.empty();
            case NO_RULES, WRONG_KEY, FORBIDDEN, UNKNOWN_PAYER, SUSPENDED_PAYER ->
                    throw new LedgerUnavailable("the ledger takes no claims now: " + code);
            // Only what stands there is stamped: who does not know it is behind.
            case UNKNOWN_BILL, UNKNOWN_SHARE ->
                    throw new LedgerUnavailable("a peer is behind: " + code);
            default -> throw new IllegalStateException("claim " + claim.number() + ": " + code);
        };
    }

    /** What was held before goes on on the bill that replaces, if that is there. */
    private Optional<Move> reversed(Claim claim, RefusalCode code) {
        return claim.index()
                .flatMap(held -> database.with(h -> replacements.of(h, claim.bill())))
                .map(bill -> replacements.goingOn(claim, bill, code.name()))
                .or(() -> refused(code, Reason.REVERSED));
    }

    private Move duplicate(Claim claim, BillIndex index) {
        return Taken.by(claim, ledger.status(claim, index))
                .orElseGet(() ->
                        Move.byLedger(ClaimState.DUPLICATE, RefusalCode.OCCUPIED.name())
                                .because(Reason.CLAIMED));
    }

    /** Waits for the bill's anchor, unless the ledger refused that for good. */
    private Optional<Move> unanchored(Claim claim) {
        BillStanding standing = bills.standing(claim.bill());
        boolean refused = standing.state() == BillStanding.State.REFUSED;
        return refused
                ? refused(RefusalCode.UNKNOWN_BATCH, Reason.NOT_REGISTERED)
                : Optional.empty();
    }

    /** The series was opened after the bill came in; the bureau has to know. */
    private Optional<Move> offSeries(Claim claim) {
        BillPlace bill = bills.place(claim.bill()).orElseThrow();
        BillId id = bill.opening().core().id();
        HospitalAlarm alarm = HospitalAlarm.offSeries(bill.issuer(), id.code(), id.number(), 1);
        return refused(RefusalCode.OFF_SERIES, Reason.NOT_REGISTERED)
                .map(move -> move.with((Move.Effect) tx -> alarm.raise(alarms, tx)));
    }

    /** What is held already has to be given back. */
    private static Move conflict(Claim claim) {
        boolean held = claim.state() == ClaimState.APPROVED && claim.index().isPresent();
        return Move.byLedger(
                        held ? ClaimState.RELEASING : ClaimState.REFUSED,
                        RefusalCode.CONFLICT.name())
                .because(Reason.CONFLICT);
    }

    private static Optional<Move> refused(RefusalCode code, Reason reason) {
        return Optional.of(Move.byLedger(ClaimState.REFUSED, code.name()).because(reason));
    }
}
