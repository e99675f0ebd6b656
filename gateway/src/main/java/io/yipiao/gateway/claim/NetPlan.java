package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Assessment;
import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.claim.Correction.Kind;
import io.yipiao.gateway.claim.Correction.Planned;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Works out what the bill that replaces a claim's bears of it: the sheet is computed anew on that
 * bill, with what was disallowed before and was not refunded, and gives at most what is wanted
 * back.
 */
final class NetPlan {
    private final Database database;
    private final Bills bills;
    private final Computation computation;
    private final ClaimStore store;
    private final OwedStore owed;
    private final CorrectionStore corrections;
    private final Replacements replacements;
    private final LedgerWork ledger;

    NetPlan(
            Database database,
            Bills bills,
            Computation computation,
            ClaimStore store,
            OwedStore owed,
            CorrectionStore corrections,
            Replacements replacements,
            LedgerWork ledger) {
        this.database = database;
        this.bills = bills;
        this.computation = computation;
        this.store = store;
        this.owed = owed;
        this.corrections = corrections;
        this.replacements = replacements;
        this.ledger = ledger;
    }

    /** Begins to move a claim over; nothing while no bill replaces the one that was taken back. */
    Optional<Claim> begin(Claim claim, Owed back) {
        Optional<UUID> next = database.with(handle -> replacements.of(handle, claim.bill()));
        if (next.isEmpty()) {
            return Optional.empty();
        }
        StoredBill replacing = bills.byId(next.get()).orElseThrow();
        Bill before = bills.byId(claim.bill()).orElseThrow().bill();
        Fen left =
                ledger.status(claim, replacing.index().orElseThrow())
                        .map(BillOnLedger::left)
                        .orElse(replacing.bill().claimable())
                        .atMost(back.nettable());
        return Optional.of(database.inTransaction(tx -> begin(tx, claim, before, replacing, left)));
    }

    private Claim begin(Handle tx, Claim claim, Bill before, StoredBill next, Fen left) {
        List<Finding> findings =
                Refunded.carry(Disallowed.findings(tx, claim.number()), before, next.bill());
        Assessment assessment = computation.assess(tx, claim, next.bill(), left, findings);
        if (assessment instanceof Assessment.Computed computed && !isNothing(computed)) {
            Planned planned = new Planned(computation.salted(computed.sheet()), left);
            Correction net =
                    new Correction(
                            Kind.NET,
                            next.id(),
                            computed.sheet().fund(),
                            Optional.of(planned),
                            findings,
                            Optional.empty());
            Move move = Move.bySystem(ClaimState.NETTING);
            return store.move(tx, claim, move.with(moved -> corrections.plan(moved, claim, net)));
        }
        owed.alone(tx, claim.number(), claim.bill());
        return claim;
    }

    private static boolean isNothing(Assessment.Computed computed) {
        return computed.sheet().fund().isZero();
    }
}
