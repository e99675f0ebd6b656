package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Assessment;
import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;

/**
 * Ends the review of a claim. What is approved is computed once more at that moment, since sheets
 * build on what was decided before them in the year.
 */
final class Judgement {
    private final Computation computation;
    private final ClaimStore store;
    private final DecisionStore decisions;

    Judgement(Computation computation, ClaimStore store, DecisionStore decisions) {
        this.computation = computation;
        this.store = store;
        this.decisions = decisions;
    }

    Ending refuse(Handle tx, Hearing hearing) {
        Claim claim = hearing.claim();
        insert(tx, hearing, claim.computed());
        store.move(tx, claim, hearing.move(ClaimState.RELEASING).because(Reason.DECIDED));
        return Ending.DONE;
    }

    Ending approve(Handle tx, Hearing hearing) {
        SheetResult before = hearing.claim().computed();
        if (isChanged(tx, hearing) || hearing.sawOther(before.sheet().fund())) {
            return Ending.SHEET_CHANGED;
        }
        insert(tx, hearing, before);
        pass(tx, hearing, before.sheet());
        return Ending.DONE;
    }

    /** Stamps what is left without some lines; the ledger frees the rest of what it holds. */
    Ending part(Handle tx, Hearing hearing) {
        if (isChanged(tx, hearing)) {
            return Ending.SHEET_CHANGED;
        }
        Ruling ruling = hearing.ruling();
        Claim claim = hearing.claim();
        List<Finding> findings = Disallowed.findings(hearing.bill(), ruling.lines(), ruling.text());
        Sheet less = recomputed(tx, claim, hearing.bill(), findings);
        if (hearing.sawOther(less.fund())) {
            return Ending.SHEET_CHANGED;
        }
        SheetResult result = computation.salted(less);
        SheetStore.compute(tx, claim.number(), result, left(claim, less));
        insert(tx, hearing, result);
        Disallowed.insert(tx, claim, findings);
        pass(tx, hearing, less);
        return Ending.DONE;
    }

    /** What the sheet would be at this moment with more disallowed. */
    Sheet recomputed(Handle tx, Claim claim, Bill bill, List<Finding> findings) {
        Fen left = claim.left().orElse(bill.claimable());
        return switch (computation.assess(tx, claim, bill, left, findings)) {
            case Assessment.Computed computed -> computed.sheet();
            case Assessment.NotPaid no ->
                    throw new IllegalStateException(claim.number() + " computes no more: " + no);
        };
    }

    /** Whether the year went on, so that the clerk looked at a sheet that holds no more. */
    private boolean isChanged(Handle tx, Hearing hearing) {
        Claim claim = hearing.claim();
        Sheet now = recomputed(tx, claim, hearing.bill(), List.of());
        if (now.equals(claim.computed().sheet())) {
            return false;
        }
        // Where it gives more than is held, the hold is taken anew.
        if (now.fund().compareTo(claim.held().orElse(Fen.ZERO)) > 0) {
            store.move(tx, claim, Move.bySystem(ClaimState.RENEWING));
        } else {
            SheetStore.compute(tx, claim.number(), computation.salted(now), left(claim, now));
        }
        return true;
    }

    private void insert(Handle tx, Hearing hearing, SheetResult result) {
        decisions.insert(
                tx, hearing.claim(), result, hearing.ruling(), Optional.of(hearing.clerk()));
    }

    private void pass(Handle tx, Hearing hearing, Sheet sheet) {
        Move move =
                sheet.fund().isZero()
                        ? hearing.move(ClaimState.RELEASING).because(Reason.NOTHING_PAYABLE)
                        : hearing.move(ClaimState.APPROVED);
        store.move(tx, hearing.claim(), move);
    }

    private static Fen left(Claim claim, Sheet sheet) {
        return claim.left().orElse(sheet.total());
    }
}
