package io.yipiao.gateway.claim;

import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Fen;

import java.util.Optional;

/** CHECKING: has the ledger hold what the sheet gives. */
final class HoldStep {
    private final Database database;
    private final Bills bills;
    private final ClaimStore store;
    private final LedgerWork ledger;
    private final Refusals refusals;

    HoldStep(
            Database database,
            Bills bills,
            ClaimStore store,
            LedgerWork ledger,
            Refusals refusals) {
        this.database = database;
        this.bills = bills;
        this.store = store;
        this.ledger = ledger;
        this.refusals = refusals;
    }

    boolean take(Claim claim) {
        StoredBill bill = bills.byId(claim.bill()).orElseThrow();
        Fen fund = claim.computed().sheet().fund();
        return switch (ledger.put(claim, LedgerWork.calls(claim).hold(bill, fund))) {
            case LedgerWork.Said.Done done -> {
                held(claim, done, fund);
                yield true;
            }
            case LedgerWork.Said.No no -> {
                Optional<Move> move = refusals.after(claim, bill.index().orElseThrow(), no.code());
                move.ifPresent(next -> store.move(claim, next));
                yield move.isPresent();
            }
        };
    }

    private void held(Claim claim, LedgerWork.Said.Done done, Fen fund) {
        if (done.outcome().equals("CONFLICT")) {
            Move conflict = Move.byLedger(ClaimState.REFUSED, done.transaction());
            store.move(claim, conflict.because(Reason.CONFLICT));
            return;
        }
        database.changeInTransaction(tx -> {
            store.held(tx, claim.number(), done.index(), fund);
            store.move(tx, claim, Move.byLedger(ClaimState.HELD, done.transaction()));
        });
    }
}
