package io.yipiao.gateway.claim;

import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Facts;
import io.yipiao.gateway.alarm.Subject;
import io.yipiao.gateway.benefit.Assessment;
import io.yipiao.gateway.benefit.Benefit;
import io.yipiao.gateway.benefit.RouteFacts;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.benefit.Tier;
import io.yipiao.gateway.claim.SheetStore.Way;
import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.screen.Alike;
import io.yipiao.gateway.screen.Level;
import io.yipiao.gateway.screen.Screen;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Relation;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;

/**
 * RECEIVED: computes the sheet from what the ledger leaves of the bill, and chooses the route. A
 * bill whose place on the ledger is not known yet waits.
 */
final class ComputeStep {
    private final Database database;
    private final Bills bills;
    private final Benefit benefit;
    private final Computation computation;
    private final PayeeAccounts accounts;
    private final ClaimStore store;
    private final DecisionStore decisions;
    private final LedgerWork ledger;
    private final Screen screen;
    private final Alarms alarms;
    private final Suspicions suspicions;

    ComputeStep(
            Database database,
            Bills bills,
            Benefit benefit,
            Computation computation,
            PayeeAccounts accounts,
            ClaimStore store,
            DecisionStore decisions,
            LedgerWork ledger,
            Screen screen,
            Alarms alarms,
            Suspicions suspicions) {
        this.suspicions = suspicions;
        this.alarms = alarms;
        this.screen = screen;
        this.database = database;
        this.bills = bills;
        this.benefit = benefit;
        this.computation = computation;
        this.accounts = accounts;
        this.store = store;
        this.decisions = decisions;
        this.ledger = ledger;
    }

    Optional<Claim> take(Led led) {
        Claim claim = led.claim();
        if (claim.withdrawing()) {
            Move end = Move.byClaimant(ClaimState.WITHDRAWN);
            return Optional.of(store.move(claim, end.because(Reason.WITHDRAWN)));
        }
        StoredBill stored =
                led.bill()
                        .filter(read -> read.index().isPresent())
                        .or(() -> bills.byId(claim.bill()))
                        .orElseThrow();
        if (stored.index().isEmpty()) {
            return Optional.empty();
        }
        if (bills.contents(stored.index().get()) > 1) {
            // Known here, whether the ledger was told of it yet or not.
            Move end = Move.bySystem(ClaimState.REFUSED);
            return Optional.of(store.move(claim, end.because(Reason.CONFLICT)));
        }
        Optional<BillOnLedger> now = ledger.status(claim, stored.index().get());
        Optional<Move> end = end(claim, stored.bill(), now);
        if (end.isPresent()) {
            return Optional.of(store.move(claim, end.get()));
        }
        Fen left = now.map(BillOnLedger::left).orElse(stored.bill().claimable());
        // Asked before the transaction, which holds a connection and must not wait for a second.
        Doubts doubts =
                new Doubts(screen.likest(claim.bill()), suspicions.since(claim.bill()).isPresent());
        return Optional.of(
                database.inTransaction(tx -> {
                    Move move = computed(tx, claim, stored.bill(), left, doubts);
                    return store.move(tx, claim, move);
                }));
    }

    /** Why nothing need be computed. */
    private static Optional<Move> end(Claim claim, Bill bill, Optional<BillOnLedger> now) {
        if (isRelated(bill, Relation.Kind.EXCHANGES)) {
            return ended(ClaimState.REFUSED, Reason.EXCHANGED);
        }
        boolean red = isRelated(bill, Relation.Kind.REVERSES);
        if (red || now.filter(BillOnLedger::reversed).isPresent()) {
            return ended(ClaimState.REFUSED, Reason.REVERSED);
        }
        if (now.filter(BillOnLedger::conflict).isPresent()) {
            return ended(ClaimState.REFUSED, Reason.CONFLICT);
        }
        Optional<Move> taken = Taken.by(claim, now);
        if (taken.isPresent()) {
            return taken;
        }
        return now.filter(known -> known.left().isZero()).isPresent()
                ? ended(ClaimState.DUPLICATE, Reason.EXHAUSTED)
                : Optional.empty();
    }

    private static boolean isRelated(Bill bill, Relation.Kind kind) {
        return bill.relation().filter(relation -> relation.kind() == kind).isPresent();
    }

    private static Optional<Move> ended(ClaimState state, Reason reason) {
        return Optional.of(Move.byLedger(state, "").because(reason));
    }

    /** The step that follows from the sheet as it is computed at this moment. */
    private Move computed(Handle tx, Claim claim, Bill bill, Fen left, Doubts doubts) {
        Assessment assessment = computation.assess(tx, claim, bill, left, List.of());
        // Looked for after the patient was locked, so that no two claims count for one bill.
        Optional<ClaimNumber> counted = SheetStore.counted(tx, claim);
        if (counted.isPresent()) {
            return Move.bySystem(ClaimState.DUPLICATE).because(Reason.CLAIMED).after(counted);
        }
        return switch (assessment) {
            case Assessment.NotPaid no ->
                    Move.bySystem(ClaimState.REFUSED).because(Reason.of(no.reason()));
            case Assessment.Computed computed -> routed(tx, claim, bill, computed, left, doubts);
        };
    }

    private Move routed(
            Handle tx,
            Claim claim,
            Bill bill,
            Assessment.Computed computed,
            Fen left,
            Doubts doubts) {
        SheetResult result = computation.salted(computed.sheet());
        if (computed.sheet().fund().isZero()) {
            return Move.bySystem(ClaimState.REFUSED)
                    .because(Reason.NOTHING_PAYABLE)
                    .with(new Move.Computed(result, left, Optional.empty()));
        }
        doubts.high().ifPresent(one -> alarm(tx, claim, one));
        RouteFacts facts = facts(tx, claim, bill, computed, doubts);
        var routing = benefit.routing(bill.encounter().discharged());
        // Whoever takes the automatic route has the bill to himself, and has not been here before.
        boolean automatic =
                claim.route().isEmpty()
                        && left.equals(bill.claimable())
                        && routing.filter(r -> r.automatic(facts)).isPresent();
        Tier tier = routing.map(r -> r.tier(facts)).orElse(Tier.MIDDLE);
        Way way = new Way(automatic ? Route.AUTOMATIC : Route.PERSON, tier);
        if (automatic) {
            decisions.insert(tx, claim, result, Ruling.approve(), Optional.empty());
        }
        return Move.bySystem(automatic ? ClaimState.APPROVED : ClaimState.CHECKING)
                .with(new Move.Computed(result, left, Optional.of(way)));
    }

    private void alarm(Handle tx, Claim claim, Alike alike) {
        alarms.raiseOnce(
                tx,
                AlarmKind.NEAR_DUPLICATE,
                Subject.pair(claim.bill(), alike.other()),
                Facts.of(Fact.BILL, claim.bill())
                        .and(Fact.OTHER_BILL, alike.other())
                        .and(Fact.CLAIM, claim.number())
                        .and(Fact.SCORE, (int) (alike.score() * 100)));
    }

    /**
     * What makes a person look at a bill that may be paid.
     *
     * @param alike what is nearly the same
     * @param suspected whether its key may have been in other hands when it was anchored
     */
    private record Doubts(Optional<Alike> alike, boolean suspected) {
        Optional<Alike> high() {
            return alike.filter(one -> one.level() == Level.HIGH);
        }

        int count() {
            return (alike.isPresent() ? 1 : 0) + (suspected ? 1 : 0);
        }
    }

    private RouteFacts facts(
            Handle tx, Claim claim, Bill bill, Assessment.Computed computed, Doubts doubts) {
        Sheet sheet = computed.sheet();
        int findings =
                Computation.findings().size() + (sheet.hasUnknownItems() ? 1 : 0) + doubts.count();
        // A conflict has ended the claim before.
        return new RouteFacts(
                bill.encounter().kind(),
                computed.city(),
                bill.issuer().number() != BillPlace.ELSEWHERE,
                false,
                doubts.high().isPresent(),
                findings,
                sheet.total(),
                sheet.fund(),
                accounts.isConfirmed(tx, claim.account()));
    }
}
