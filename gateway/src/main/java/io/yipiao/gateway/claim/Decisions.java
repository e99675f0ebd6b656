package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Assessment;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.claim.Decided.Done;
import io.yipiao.gateway.claim.Decided.NotWaiting;
import io.yipiao.gateway.claim.Decided.OwnClaim;
import io.yipiao.gateway.claim.Decided.SheetChanged;
import io.yipiao.gateway.claim.Decided.Unknown;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.util.Optional;

/**
 * Takes clerks' decisions. What is approved is computed once more at that moment, since sheets
 * build on what was decided before them in the year; a sheet that comes out otherwise is shown
 * again before anything is stamped.
 */
public final class Decisions {
    private final Database database;
    private final Bills bills;
    private final Computation computation;
    private final ClaimStore store;
    private final ClaimQueue queue;
    private final DecisionStore decisions;
    private final ClaimProgress progress;
    private final Claims claims;

    Decisions(
            Database database,
            Bills bills,
            Computation computation,
            ClaimStore store,
            ClaimQueue queue,
            DecisionStore decisions,
            ClaimProgress progress,
            Claims claims) {
        this.database = database;
        this.bills = bills;
        this.computation = computation;
        this.store = store;
        this.queue = queue;
        this.decisions = decisions;
        this.progress = progress;
        this.claims = claims;
    }

    /** How a decision ends, before the claim is shown. */
    private enum Ending {
        DONE,
        OWN_CLAIM,
        NOT_WAITING,
        SHEET_CHANGED
    }

    /**
     * Decides a claim that waits for a clerk, and has the ledger follow. The same decision by the
     * same clerk again answers as it did first.
     *
     * @param reason shown to the claimant; must not be blank where the verdict is REFUSE
     * @param seen the amount the clerk saw, if he says so
     */
    public Decided decide(
            Clerk clerk, ClaimNumber number, Verdict verdict, String reason, Optional<Fen> seen) {
        if (verdict == Verdict.REFUSE && reason.isBlank()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
        Optional<Claim> found = store.find(number);
        if (found.isEmpty()) {
            return new Unknown();
        }
        Bill bill = bills.byId(found.get().bill()).orElseThrow().bill();
        Ending ending =
                database.inTransaction(tx -> {
                    Claim claim = store.lock(tx, number).orElseThrow();
                    return decide(tx, claim, bill, clerk, verdict, reason, seen);
                });
        if (queue.lease(number)) {
            progress.lead(number);
        }
        ClaimView view = claims.view(number);
        return switch (ending) {
            case DONE -> new Done(view);
            case OWN_CLAIM -> new OwnClaim();
            case NOT_WAITING -> new NotWaiting(view);
            case SHEET_CHANGED -> new SheetChanged(view);
        };
    }

    private Ending decide(
            Handle tx,
            Claim claim,
            Bill bill,
            Clerk clerk,
            Verdict verdict,
            String reason,
            Optional<Fen> seen) {
        if (clerk.person().equals(claim.claimant()) || clerk.person().equals(claim.patient())) {
            return Ending.OWN_CLAIM;
        }
        var before = decisions.find(tx, claim);
        if (before.isPresent()) {
            return before.get().isSame(verdict, clerk) ? Ending.DONE : Ending.NOT_WAITING;
        }
        if (claim.state() != ClaimState.FIRST_REVIEW) {
            return Ending.NOT_WAITING;
        }
        if (verdict == Verdict.APPROVE) {
            return approve(tx, claim, bill, clerk, reason, seen);
        }
        decisions.insert(tx, claim, claim.computed(), verdict, Optional.of(clerk), reason);
        Move release = Move.byClerk(ClaimState.RELEASING, clerk, reason);
        store.move(tx, claim, release.because(Reason.DECIDED));
        return Ending.DONE;
    }

    private Ending approve(
            Handle tx, Claim claim, Bill bill, Clerk clerk, String reason, Optional<Fen> seen) {
        Sheet before = claim.computed().sheet();
        Sheet now = recomputed(tx, claim, bill);
        if (!now.equals(before)) {
            change(tx, claim, now);
            return Ending.SHEET_CHANGED;
        }
        if (seen.isPresent() && !seen.get().equals(before.fund())) {
            return Ending.SHEET_CHANGED;
        }
        decisions.insert(tx, claim, claim.computed(), Verdict.APPROVE, Optional.of(clerk), reason);
        Move move =
                before.fund().isZero()
                        ? Move.byClerk(ClaimState.RELEASING, clerk, reason)
                                .because(Reason.NOTHING_PAYABLE)
                        : Move.byClerk(ClaimState.APPROVED, clerk, reason);
        store.move(tx, claim, move);
        return Ending.DONE;
    }

    private Sheet recomputed(Handle tx, Claim claim, Bill bill) {
        Fen left = claim.left().orElse(bill.claimable());
        return switch (computation.assess(tx, claim, bill, left)) {
            case Assessment.Computed computed -> computed.sheet();
            case Assessment.NotPaid no ->
                    throw new IllegalStateException(claim.number() + " computes no more: " + no);
        };
    }

    /** Keeps the new sheet; where it gives more than is held, the hold is taken anew. */
    private void change(Handle tx, Claim claim, Sheet now) {
        if (now.fund().compareTo(claim.held().orElse(Fen.ZERO)) > 0) {
            store.move(tx, claim, Move.bySystem(ClaimState.RENEWING));
        } else {
            SheetStore.compute(
                    tx, claim.number(), computation.salted(now), claim.left().orElse(now.total()));
        }
    }
}
