package io.yipiao.gateway.demo;

import io.yipiao.gateway.issuer.SeriesReport;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.reader.Json;

/**
 * Gives each hospital of the demonstration the numbers that its bills bear, as Finance. On a real
 * network Finance does so itself, by {@code network/fabric series}.
 */
final class ClinicSeries {
    private static final String CODE = "99060226";
    private static final Caller FINANCE = new Caller(Organisation.FINANCE, "admin");

    private final LedgerClient ledger;
    private final SeriesReport series;

    ClinicSeries(Gateway gateway) {
        this.ledger = gateway.ledger();
        this.series = new SeriesReport(gateway.database());
    }

    /** Opens those that are not open. */
    void open() {
        if (!(ledger instanceof EmbeddedLedger)) {
            return;
        }
        for (Clinic clinic : Clinic.values()) {
            if (series.series(clinic.number()).isEmpty()) {
                open(clinic);
            }
        }
    }

    private void open(Clinic clinic) {
        Call call = Call.of(FINANCE, "openSeries").with(range(clinic));
        try {
            new Proposals(ledger).settle(call, endorsed -> {});
        } catch (Refused | RaceLost e) {
            throw new StoryException("no numbers for " + clinic.title(), e);
        }
    }

    private static Json.Members range(Clinic clinic) {
        return Json.object()
                .put("code", CODE)
                .put("from", "%010d".formatted(clinic.firstNumber()))
                .put("to", "%010d".formatted(clinic.lastNumber()))
                .put("issuer", clinic.number())
                .end();
    }
}
