package io.yipiao.gateway.claim;

import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.verifier.bill.Fen;

import java.util.Optional;

/** Has the ledger hold or stamp what the sheet gives, and draws the consequence of its answer. */
final class ShareStep {
    private final Bills bills;
    private final ClaimStore store;
    private final LedgerWork ledger;
    private final Refusals refusals;

    ShareStep(Bills bills, ClaimStore store, LedgerWork ledger, Refusals refusals) {
        this.bills = bills;
        this.store = store;
        this.ledger = ledger;
        this.refusals = refusals;
    }

    /** CHECKING: holds. */
    Optional<Claim> hold(Led led) {
        Claim claim = led.claim();
        BillPlace bill = place(led);
        Call call = LedgerWork.calls(claim).hold(bill, claim.computed().sheet().fund());
        return put(claim, bill, call, ClaimState.HELD);
    }

    /** APPROVED: stamps what is held, or holds and stamps at once on the automatic route. */
    Optional<Claim> stamp(Led led) {
        Claim claim = led.claim();
        BillPlace bill = place(led);
        SheetResult result = claim.computed();
        Fen fund = result.sheet().fund();
        ShareCalls calls = LedgerWork.calls(claim);
        Call call =
                claim.route().equals(Optional.of(Route.AUTOMATIC))
                        ? calls.holdAndStamp(bill, fund, result.digest())
                        : calls.stamp(claim.place(), fund, result.digest());
        return put(claim, bill, call, ClaimState.STAMPED);
    }

    private BillPlace place(Led led) {
        return led.bill()
                .map(StoredBill::place)
                .or(() -> bills.place(led.claim().bill()))
                .orElseThrow();
    }

    private Optional<Claim> put(Claim claim, BillPlace bill, Call call, ClaimState next) {
        return switch (ledger.put(claim, call, done -> after(claim, done, next))) {
            case Carried.Arrived arrived -> Optional.of(arrived.claim());
            case Carried.TurnedAway no ->
                    refusals.after(claim, bill.index().orElseThrow(), no.code())
                            .map(move -> store.move(claim, move));
        };
    }

    private static Move after(Claim claim, Said.Done done, ClaimState next) {
        return done.outcome().equals("CONFLICT")
                ? Move.byLedger(ClaimState.REFUSED, done.transaction()).because(Reason.CONFLICT)
                : Move.byLedger(next, done.transaction())
                        .holding(done.index(), claim.computed().sheet().fund());
    }
}
