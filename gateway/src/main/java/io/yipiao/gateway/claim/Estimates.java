package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Assessment;
import io.yipiao.gateway.intake.BillStanding;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.Papers;
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
    private final Papers papers;
    private final People people;
    private final Computation computation;
    private final LedgerView view;
    private final Clock clock;

    Estimates(
            Database database,
            Bills bills,
            Papers papers,
            People people,
            Computation computation,
            LedgerView view,
            Clock clock) {
        this.database = database;
        this.bills = bills;
        this.papers = papers;
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
                .map(this::prospect)
                .flatMap(prospect ->
                        prospect instanceof Prospect.Gives gives
                                ? Optional.of(gives.fund())
                                : Optional.empty());
    }

    /** What a claim on this bill would come to, or why it would come to nothing. */
    public Prospect prospect(StoredBill asked) {
        StoredBill stored = papers.electronic(asked).orElse(asked);
        Bill bill = stored.bill();
        Optional<ProjectedBill> now = stored.index().flatMap(view::bill);
        return obstacle(stored, now)
                .map(Prospect.Nothing::because)
                .orElseGet(() -> computed(bill, now.map(Estimates::left).orElse(bill.claimable())));
    }

    private Prospect computed(Bill bill, Fen left) {
        PersonId patient = people.id(bill.patient().idType(), bill.patient().idNumber());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Bill.ZONE);
        return database.with(handle ->
                        computation.foresee(handle, patient, Payer.BASIC, bill, left, today))
                .map(Estimates::told)
                .orElse(Prospect.Nothing.because(Submission.Cause.NOT_INSURED));
    }

    private static Prospect told(Assessment assessment) {
        return switch (assessment) {
            case Assessment.NotPaid no -> Prospect.Nothing.because(Reason.of(no.reason()));
            case Assessment.Computed computed ->
                    computed.sheet().fund().isZero()
                            ? Prospect.Nothing.because(Reason.NOTHING_PAYABLE)
                            : new Prospect.Gives(computed.sheet().fund());
        };
    }

    private Optional<Reason> obstacle(StoredBill stored, Optional<ProjectedBill> now) {
        Optional<Relation.Kind> relation = stored.bill().relation().map(Relation::kind);
        if (relation.filter(Relation.Kind.EXCHANGES::equals).isPresent()) {
            return Optional.of(Reason.EXCHANGED);
        }
        if (relation.filter(Relation.Kind.REVERSES::equals).isPresent()) {
            return Optional.of(Reason.REVERSED);
        }
        if (stored.index().filter(index -> bills.contents(index) > 1).isPresent()) {
            return Optional.of(Reason.CONFLICT);
        }
        boolean refused = bills.standing(stored.id()).state() == BillStanding.State.REFUSED;
        return refused ? Optional.of(Reason.NOT_REGISTERED) : now.flatMap(Estimates::obstacle);
    }

    private static Optional<Reason> obstacle(ProjectedBill known) {
        if (known.isReversed() || known.state() == ProjectedBill.State.AWAITING) {
            return Optional.of(Reason.REVERSED);
        }
        if (known.state() != ProjectedBill.State.OPEN) {
            return Optional.of(Reason.CONFLICT);
        }
        if (isTaken(known)) {
            return Optional.of(Reason.CLAIMED);
        }
        return left(known).isZero() ? Optional.of(Reason.EXHAUSTED) : Optional.empty();
    }

    private static Fen left(ProjectedBill known) {
        return known.claimable().minus(known.occupied().atMost(known.claimable()));
    }

    private static boolean isTaken(ProjectedBill known) {
        String basic = Payer.BASIC.payerClass().name();
        return known.shares().stream()
                .anyMatch(share -> share.state().isOccupied() && share.payerClass().equals(basic));
    }
}
