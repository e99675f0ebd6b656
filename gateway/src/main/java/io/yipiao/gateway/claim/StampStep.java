package io.yipiao.gateway.claim;

import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Fen;

import java.util.Optional;

/**
 * APPROVED: has the ledger stamp what is held, or hold and stamp at once on the automatic route.
 */
final class StampStep {
    private final Database database;
    private final Bills bills;
    private final ClaimStore store;
    private final LedgerWork ledger;
    private final Refusals refusals;

    StampStep(
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
        return switch (ledger.put(claim, call(claim, bill))) {
            case LedgerWork.Said.Done done -> {
                stamped(claim, done);
                yield true;
            }
            case LedgerWork.Said.No no -> {
                Optional<Move> move = refusals.after(claim, bill.index().orElseThrow(), no.code());
                move.ifPresent(next -> store.move(claim, next));
                yield move.isPresent();
            }
        };
    }

    private static Call call(Claim claim, StoredBill bill) {
        SheetResult result = claim.computed();
        Fen fund = result.sheet().fund();
        ShareCalls calls = LedgerWork.calls(claim);
        return claim.route().equals(Optional.of(Route.AUTOMATIC))
                ? calls.holdAndStamp(bill, fund, result.digest())
                : calls.stamp(claim.place(), fund, result.digest());
    }

    private void stamped(Claim claim, LedgerWork.Said.Done done) {
        if (done.outcome().equals("CONFLICT")) {
            Move conflict = Move.byLedger(ClaimState.REFUSED, done.transaction());
            store.move(claim, conflict.because(Reason.CONFLICT));
            return;
        }
        Fen fund = claim.computed().sheet().fund();
        database.changeInTransaction(tx -> {
            store.held(tx, claim.number(), done.index(), fund);
            store.move(tx, claim, Move.byLedger(ClaimState.STAMPED, done.transaction()));
        });
    }
}
