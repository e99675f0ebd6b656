package io.yipiao.gateway.claim;

import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.watch.Payments;

import java.time.Clock;

/** What may become of a stamp, put together once for a gateway. */
record AfterStamp(
        OwedStore owed,
        SettlementStore settlements,
        CorrectionStore corrections,
        Replacements replacements,
        ProveStep prove,
        TakenBackStep takenBack,
        RecoveringStep recovering,
        CorrectStep correct) {

    static AfterStamp of(
            Database database,
            Bills bills,
            Computation computation,
            ClaimStore store,
            LedgerWork work,
            Payments payments,
            Clock clock) {
        OwedStore owed = new OwedStore(clock);
        SettlementStore settlements = new SettlementStore(clock);
        CorrectionStore corrections = new CorrectionStore(clock);
        Replacements replacements = new Replacements(clock);
        Receipts receipts = new Receipts(clock);
        Alarms alarms = new Alarms(database, clock);
        TakenBackStep takenBack = new TakenBackStep(database, store, owed, receipts, work, alarms);
        NetPlan net =
                new NetPlan(
                        database, bills, computation, store, owed, corrections, replacements, work);
        WriteOffs writeOffs = new WriteOffs(database, owed, settlements, work);
        return new AfterStamp(
                owed,
                settlements,
                corrections,
                replacements,
                new ProveStep(database, store, owed, receipts, work, takenBack, payments),
                takenBack,
                new RecoveringStep(
                        database,
                        owed,
                        new SettleStep(
                                database, store, owed, settlements, receipts, work, writeOffs),
                        net,
                        new Offsets(database, store, owed, settlements)),
                new CorrectStep(database, bills, store, owed, corrections, replacements, work));
    }
}
