package io.yipiao.gateway.claim;

import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Facts;
import io.yipiao.gateway.alarm.Subject;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Fen;

import java.util.Optional;

/**
 * A red bill took the bill of a stamped claim back: what was stamped is wanted back, and nothing of
 * it is paid.
 */
final class TakenBackStep {
    private final Database database;
    private final ClaimStore store;
    private final OwedStore owed;
    private final Receipts receipts;
    private final LedgerWork ledger;
    private final Alarms alarms;

    TakenBackStep(
            Database database,
            ClaimStore store,
            OwedStore owed,
            Receipts receipts,
            LedgerWork ledger,
            Alarms alarms) {
        this.database = database;
        this.store = store;
        this.owed = owed;
        this.receipts = receipts;
        this.ledger = ledger;
        this.alarms = alarms;
    }

    /** Looks at the ledger, since a red bill of the claim's bill was heard of. */
    Optional<Claim> take(Claim claim) {
        if (claim.held().orElse(Fen.ZERO).isZero()) {
            // All of it was wanted back before.
            database.changeInTransaction(tx -> owed.takenBack(tx, claim));
            return Optional.of(claim);
        }
        ProvedShares shares = ledger.prove(claim);
        return isSeen(claim, shares) ? Optional.of(follow(claim, shares)) : Optional.empty();
    }

    /** Whether what was stamped is stamped no more. Peers that lag behind do not know yet. */
    boolean isSeen(Claim claim, ProvedShares shares) {
        return !claim.held().orElse(Fen.ZERO).isZero()
                && shares.in("STAMPED").isZero()
                && !shares.in("RECOVERING").isZero();
    }

    Claim follow(Claim claim, ProvedShares shares) {
        Move move = Move.byLedger(ClaimState.RECOVERING, "");
        return database.inTransaction(tx -> {
            receipts.keep(tx, claim, claim.bill(), shares);
            alarms.raise(
                    tx,
                    AlarmKind.RED_AFTER_STAMP,
                    Subject.claim(claim.number().text()),
                    Facts.of(Fact.CLAIM, claim.number())
                            .and(Fact.BILL, claim.bill())
                            .and(Fact.PAYER, claim.payer())
                            .and(Fact.AMOUNT, claim.held().orElse(Fen.ZERO).yuan()));
            return store.move(tx, claim, move.with(moved -> owed.takenBack(moved, claim)));
        });
    }
}
