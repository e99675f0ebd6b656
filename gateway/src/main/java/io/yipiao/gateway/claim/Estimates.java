package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Assessment;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Relation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Says beforehand what a bill would give. As far as the ledger's blocks are projected here, and
 * only until something else of the year is decided: a claim computes for itself.
 */
public final class Estimates {
    private final Database database;
    private final Bills bills;
    private final People people;
    private final Computation computation;
    private final LedgerView view;
    private final Clock clock;

    Estimates(
            Database database,
            Bills bills,
            People people,
            Computation computation,
            LedgerView view,
            Clock clock) {
        this.database = database;
        this.bills = bills;
        this.people = people;
        this.computation = computation;
        this.view = view;
        this.clock = clock;
    }

    /**
     * What basic insurance would pay on a stored bill to its patient now; nothing if it could not
     * be claimed: unknown, of somebody not insured here, taken back, claimed already, or not paid
     * by policy.
     */
    public Optional<Fen> estimate(UUID bill) {
        return bills.byId(bill)
                .flatMap(stored -> left(stored).flatMap(left -> estimate(stored.bill(), left)));
    }

    private Optional<Fen> estimate(Bill bill, Fen left) {
        PersonId patient = people.id(bill.patient().idType(), bill.patient().idNumber());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Bill.ZONE);
        return database.with(handle ->
                        computation.foresee(handle, patient, Payer.BASIC, bill, left, today))
                .flatMap(assessment ->
                        assessment instanceof Assessment.Computed computed
                                ? Optional.of(computed.sheet().fund())
                                : Optional.empty());
    }

    /** What may still be claimed of it from basic insurance, if anything. */
    private Optional<Fen> left(StoredBill stored) {
        Bill bill = stored.bill();
        boolean itself =
                bill.relation()
                        .filter(relation -> relation.kind() != Relation.Kind.REPLACES)
                        .isEmpty();
        Optional<ProjectedBill> now = stored.index().flatMap(view::bill);
        return itself && now.filter(known -> !isFree(known)).isEmpty()
                ? Optional.of(now.map(Estimates::left).orElse(bill.claimable()))
                : Optional.empty();
    }

    private static Fen left(ProjectedBill known) {
        return known.claimable().minus(known.occupied().atMost(known.claimable()));
    }

    private static boolean isFree(ProjectedBill known) {
        String basic = Payer.BASIC.payerClass().name();
        return known.state() == ProjectedBill.State.OPEN
                && !known.isReversed()
                && !left(known).isZero()
                && known.shares().stream()
                        .noneMatch(share ->
                                share.state().isOccupied() && share.payerClass().equals(basic));
    }
}
