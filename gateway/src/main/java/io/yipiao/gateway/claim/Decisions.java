package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;

import java.util.Optional;
import java.util.Set;

/**
 * Takes clerks' decisions. A sheet that comes out otherwise than the clerk saw it is shown again
 * before anything is stamped; of several who decide at once one wins, and the others learn who.
 */
public final class Decisions {
    private final Database database;
    private final Bills bills;
    private final ClaimStore store;
    private final ClaimQueue queue;
    private final Bench bench;
    private final Judgement judgement;
    private final ClaimProgress progress;
    private final Claims claims;

    Decisions(
            Database database,
            Bills bills,
            ClaimStore store,
            ClaimQueue queue,
            Bench bench,
            Judgement judgement,
            ClaimProgress progress,
            Claims claims) {
        this.database = database;
        this.bills = bills;
        this.store = store;
        this.queue = queue;
        this.bench = bench;
        this.judgement = judgement;
        this.progress = progress;
        this.claims = claims;
    }

    /**
     * Rules on a claim that waits for a clerk or a supervisor, and has the ledger follow. The same
     * ruling by the same clerk again answers as it did first.
     *
     * @param seen the amount the clerk saw, for PART the one without the disallowed lines, if he
     *     says so
     */
    public Decided decide(Clerk clerk, ClaimNumber number, Ruling ruling, Optional<Fen> seen) {
        Optional<Claim> found = store.find(number);
        if (found.isEmpty()) {
            return new Decided.Unknown();
        }
        Bill bill = bill(found.get());
        Set<Integer> unknown = Disallowed.unknown(bill, ruling.lines());
        if (!unknown.isEmpty()) {
            return new Decided.NoSuchLine(unknown);
        }
        Ending ending =
                database.inTransaction(tx -> {
                    Claim claim = store.lock(tx, number).orElseThrow();
                    return bench.rule(tx, new Hearing(claim, bill, clerk, ruling, seen));
                });
        if (queue.lease(number)) {
            progress.lead(number, ClaimProgress.PATIENCE);
        }
        return decided(ending, number);
    }

    /** The same for a ruling without lines. */
    public Decided decide(
            Clerk clerk, ClaimNumber number, Verdict verdict, String text, Optional<Fen> seen) {
        return decide(clerk, number, new Ruling(verdict, text, Set.of()), seen);
    }

    /**
     * The sheet as it would be if these lines were disallowed now; nothing for a claim that waits
     * for no decision. Numbers that no line bears change nothing.
     */
    public Optional<Sheet> preview(ClaimNumber number, Set<Integer> lines) {
        return store.find(number)
                .filter(claim -> claim.state().waitsForDecision())
                .map(claim -> {
                    Bill bill = bill(claim);
                    var findings = Disallowed.findings(bill, lines, "");
                    return database.inTransaction(
                            tx -> judgement.recomputed(tx, claim, bill, findings));
                });
    }

    private Decided decided(Ending ending, ClaimNumber number) {
        ClaimView view = claims.view(number);
        return switch (ending) {
            case DONE -> new Decided.Done(view);
            case OWN_CLAIM -> new Decided.OwnClaim();
            case TAKEN_IN -> new Decided.TakenIn();
            case NOT_WAITING -> new Decided.NotWaiting(view, claims.latest(number));
            case FOR_SUPERVISOR -> new Decided.ForSupervisor(view);
            case SHEET_CHANGED -> new Decided.SheetChanged(view);
        };
    }

    private Bill bill(Claim claim) {
        return bills.byId(claim.bill()).orElseThrow().bill();
    }
}
