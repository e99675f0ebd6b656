package io.yipiao.gateway.claim;

import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.watch.Payments;
import io.yipiao.verifier.bill.Fen;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * STAMPED: fetches the receipts of what the ledger bears of the claim and keeps them with the step
 * that follows from them. A bill that was taken back between stamp and receipt leads to RECOVERING,
 * and nothing of it is paid. While payments are frozen a stamped claim waits here.
 */
final class ProveStep {
    private final Database database;
    private final ClaimStore store;
    private final OwedStore owed;
    private final Receipts receipts;
    private final LedgerWork ledger;
    private final TakenBackStep takenBack;
    private final Payments payments;

    ProveStep(
            Database database,
            ClaimStore store,
            OwedStore owed,
            Receipts receipts,
            LedgerWork ledger,
            TakenBackStep takenBack,
            Payments payments) {
        this.payments = payments;
        this.database = database;
        this.store = store;
        this.owed = owed;
        this.receipts = receipts;
        this.ledger = ledger;
        this.takenBack = takenBack;
    }

    Optional<Claim> take(Claim claim) {
        if (!payments.mayPrepare()) {
            return Optional.empty();
        }
        ProvedShares shares = ledger.prove(claim);
        if (takenBack.isSeen(claim, shares)) {
            return Optional.of(takenBack.follow(claim, shares));
        }
        Fen stamped = claim.held().orElse(Fen.ZERO);
        if (!shares.isStamped(stamped, claim.computed())) {
            throw new IllegalStateException(
                    "the ledger proves another share than claim " + claim.number() + "'s");
        }
        Map<UUID, ProvedShares> all = new LinkedHashMap<>();
        for (Owed one : database.with(handle -> owed.of(handle, claim.number()))) {
            if (!one.bill().equals(claim.bill())) {
                all.put(one.bill(), ledger.prove(claim, one.index()));
            }
        }
        all.put(claim.bill(), shares);
        return database.inTransaction(tx -> {
            ClaimState next = Settlements.after(tx, claim, owed);
            if (next == ClaimState.PROVED && !payments.mayLeave(tx)) {
                return Optional.empty();
            }
            all.forEach((bill, its) -> receipts.keep(tx, claim, bill, its));
            return Optional.of(store.move(tx, claim, Move.byLedger(next, "")));
        });
    }
}
