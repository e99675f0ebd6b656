package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Assessment;
import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.claim.Correction.Kind;
import io.yipiao.gateway.claim.Correction.Planned;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Supervisors' corrections of stamps: taken back (入账撤销), all or a part, or raised after an appeal
 * that was upheld (申诉改判), when the sheet is computed anew with fewer lines disallowed.
 */
public final class Corrections {
    private static final Set<ClaimState> REVOCABLE =
            EnumSet.of(
                    ClaimState.PROVED,
                    ClaimState.RECOVERING,
                    ClaimState.RECOVERED,
                    ClaimState.WRITTEN_OFF);

    private final Database database;
    private final Bills bills;
    private final Computation computation;
    private final ClaimStore store;
    private final ClaimQueue queue;
    private final ClaimProgress progress;
    private final Claims claims;
    private final CorrectionStore corrections;
    private final SettlementStore settlements;

    Corrections(
            Database database,
            Bills bills,
            Computation computation,
            ClaimStore store,
            ClaimQueue queue,
            ClaimProgress progress,
            Claims claims,
            AfterStamp after) {
        this.database = database;
        this.bills = bills;
        this.computation = computation;
        this.store = store;
        this.queue = queue;
        this.progress = progress;
        this.claims = claims;
        this.corrections = after.corrections();
        this.settlements = after.settlements();
    }

    /** Takes a stamp back, or this much of it; what is taken back is wanted back. */
    public Corrected revoke(CorrectionOrder order, ClaimNumber number, Fen fen) {
        return correct(
                order,
                number,
                REVOCABLE,
                (tx, claim) -> {
                    Fen stamped = claim.held().orElse(Fen.ZERO);
                    if (fen.isZero() || fen.compareTo(stamped) > 0) {
                        return Optional.of(new Corrected.WrongAmount(stamped, fen));
                    }
                    plan(tx, claim, order, Kind.REVOKE, fen, Optional.empty(), List.of());
                    return Optional.empty();
                });
    }

    /**
     * Raises a stamp to what the sheet gives now.
     *
     * @param disallowed of the lines that were disallowed those that stay so
     * @param seen the amount that the supervisor saw, if he says so
     */
    public Corrected amend(
            CorrectionOrder order,
            ClaimNumber number,
            Set<Integer> disallowed,
            Optional<Fen> seen) {
        return correct(
                order,
                number,
                EnumSet.of(ClaimState.PROVED),
                (tx, claim) -> {
                    List<Finding> findings = kept(tx, number, disallowed);
                    Fen left = claim.left().orElseThrow();
                    Sheet sheet = sheet(tx, claim, findings);
                    Fen stamped = claim.held().orElse(Fen.ZERO);
                    if (sheet.fund().compareTo(stamped) <= 0) {
                        return Optional.of(new Corrected.WrongAmount(stamped, sheet.fund()));
                    }
                    if (seen.isPresent() && !seen.get().equals(sheet.fund())) {
                        return Optional.of(new Corrected.SheetChanged(sheet.fund()));
                    }
                    Planned planned = new Planned(computation.salted(sheet), left);
                    plan(
                            tx,
                            claim,
                            order,
                            Kind.AMEND,
                            sheet.fund(),
                            Optional.of(planned),
                            findings);
                    return Optional.empty();
                });
    }

    /** What a stamp would be raised to; nothing for a claim that is not stamped. */
    public Optional<Fen> preview(ClaimNumber number, Set<Integer> disallowed) {
        return store.find(number)
                .filter(claim -> claim.state() == ClaimState.PROVED)
                .map(claim ->
                        database.inTransaction(
                                tx -> sheet(tx, claim, kept(tx, number, disallowed)).fund()));
    }

    /** What is planned in a claim's transaction, or why not. */
    private interface Plan {
        Optional<Corrected> make(Handle tx, Claim claim);
    }

    private Corrected correct(
            CorrectionOrder order, ClaimNumber number, Set<ClaimState> from, Plan plan) {
        Optional<Corrected> not =
                database.inTransaction(tx -> {
                    Optional<Claim> claim = store.lock(tx, number);
                    return claim.isEmpty()
                            ? Optional.of(new Corrected.Unknown())
                            : correct(tx, order, claim.get(), from, plan);
                });
        if (not.isPresent()) {
            return not.get();
        }
        if (queue.lease(number)) {
            progress.lead(number, ClaimProgress.PATIENCE);
        }
        return new Corrected.Done(claims.view(number));
    }

    private Optional<Corrected> correct(
            Handle tx, CorrectionOrder order, Claim claim, Set<ClaimState> from, Plan plan) {
        Clerk clerk = order.clerk();
        if (clerk.person().equals(claim.claimant())
                || clerk.person().equals(claim.patient())
                || claim.takenInBy().filter(clerk.person()::equals).isPresent()) {
            return Optional.of(new Corrected.OwnClaim());
        }
        if (corrections.isKnown(tx, claim.number(), order.key())) {
            return Optional.empty();
        }
        if (!clerk.supervisor() || isDecider(tx, clerk, claim)) {
            return Optional.of(new Corrected.ForAnother());
        }
        boolean stamped = !claim.held().orElse(Fen.ZERO).isZero();
        return stamped && from.contains(claim.state())
                ? plan.make(tx, claim)
                : Optional.of(new Corrected.NotStamped(claims.view(tx, claim.number())));
    }

    private boolean isDecider(Handle tx, Clerk clerk, Claim claim) {
        return settlements
                .decider(tx, claim.number())
                .filter(decider -> Arrays.equals(decider, Persons.bytes(clerk.person())))
                .isPresent();
    }

    private void plan(
            Handle tx,
            Claim claim,
            CorrectionOrder order,
            Kind kind,
            Fen fen,
            Optional<Planned> sheet,
            List<Finding> findings) {
        ClaimState to = kind == Kind.REVOKE ? ClaimState.REVOKING : ClaimState.AMENDING;
        Correction correction =
                new Correction(kind, claim.bill(), fen, sheet, findings, Optional.of(order));
        Move move = Move.byClerk(to, order.clerk(), order.reason());
        store.move(tx, claim, move.with(moved -> corrections.plan(moved, claim, correction)));
    }

    private Sheet sheet(Handle tx, Claim claim, List<Finding> findings) {
        Bill bill = bills.byId(tx, claim.bill()).orElseThrow().bill();
        Fen left = claim.left().orElseThrow();
        return switch (computation.assess(tx, claim, bill, left, findings)) {
            case Assessment.Computed computed -> computed.sheet();
            case Assessment.NotPaid no ->
                    throw new IllegalStateException(claim.number() + " computes no more: " + no);
        };
    }

    private static List<Finding> kept(Handle tx, ClaimNumber number, Set<Integer> disallowed) {
        return Disallowed.findings(tx, number).stream()
                .filter(finding -> disallowed.contains(finding.line()))
                .toList();
    }
}
