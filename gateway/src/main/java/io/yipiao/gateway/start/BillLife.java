package io.yipiao.gateway.start;

import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.http.LifeOperations;
import io.yipiao.gateway.http.Operations;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.intake.Papers;
import io.yipiao.gateway.intake.RelatedBills;
import io.yipiao.gateway.intake.Uploads;
import io.yipiao.gateway.issuer.DrawnNumbers;
import io.yipiao.gateway.issuer.EnrolledKeys;
import io.yipiao.gateway.issuer.Issuers;
import io.yipiao.gateway.issuer.Rotations;
import io.yipiao.gateway.issuer.SeriesReport;
import io.yipiao.gateway.issuer.SeriesView;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.store.Database;

import java.time.Clock;

/**
 * All that hospitals' bills come in by and what becomes of them, put together once for a gateway.
 *
 * @param keys which keys may seal
 * @param numbers which numbers may be used
 * @param papers where the papers are that bills were exchanged to
 * @param related what was issued because of a bill
 * @param drawn numbers for bills that are issued here
 * @param series how numbers were used
 * @param rotations new keys
 */
record BillLife(
        EnrolledKeys keys,
        SeriesView numbers,
        Papers papers,
        RelatedBills related,
        DrawnNumbers drawn,
        SeriesReport series,
        Rotations rotations) {

    static BillLife of(Gateway gateway, Bills bills, Clock clock) {
        Database database = gateway.database();
        Alarms alarms = new Alarms(database, clock);
        EnrolledKeys keys =
                new EnrolledKeys(database, gateway.secrets().custody(), gateway.view(), alarms);
        return new BillLife(
                keys,
                new SeriesView(alarms),
                new Papers(database, bills),
                new RelatedBills(database),
                new DrawnNumbers(database),
                new SeriesReport(database),
                new Rotations(
                        database,
                        gateway.secrets().custody(),
                        keys,
                        gateway.ledger(),
                        gateway.view()));
    }

    Uploads uploads(Gateway gateway, IndexSource indexes, Outbox outbox) {
        return new Uploads(gateway.database(), gateway.secrets(), keys, indexes, numbers, outbox);
    }

    void addTo(Operations operations, Bills bills, Issuers issuers) {
        new LifeOperations(bills, papers, series, rotations, issuers).addTo(operations);
    }
}
