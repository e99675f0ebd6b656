package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.issuer.TrustLists;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.projection.LedgerPulse;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.Projector;
import io.yipiao.gateway.web.desk.BillNotes;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.QrOrigin;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Answers for codes of a world's bills, as far as the ledger's blocks are projected. */
final class Onlooker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOST = "yipiao.example";

    private final ClaimWorld world;
    private final LedgerClient ledger;
    private final LedgerView view;
    private final Projector projector;
    private final LedgerPulse pulse;
    private final Bills bills;
    private final BillQr codes = new BillQr(origin());
    private final Clock clock;

    Onlooker(ClaimWorld world, LedgerClient ledger, Clock clock) {
        this.world = world;
        this.ledger = ledger;
        this.clock = clock;
        view = new LedgerView(world.database);
        projector = new Projector(world.database, ledger, view);
        catchUp();
        pulse = new LedgerPulse(ledger, view);
        bills = new Bills(world.database, world.secrets.personal());
    }

    Inquiry inquiry() {
        return new Inquiry(
                world.database,
                bills,
                codes,
                new TrustLists(world.database, world.secrets.personal(), view, HOST, clock),
                view,
                pulse,
                new IndexSource(ledger),
                world.secrets.people(),
                world.desk.mandates()::allows,
                clock);
    }

    BillNotes notes() {
        return new BillNotes(bills, view);
    }

    BillQr codes() {
        return codes;
    }

    /** The path that a bill's code opens, once the ledger's blocks are here. */
    String path(UUID bill) {
        catchUp();
        String text = codes.text(bills.byId(bill).orElseThrow()).text();
        return text.substring(text.indexOf("/Q/"));
    }

    void catchUp() {
        try {
            if (!view.await(ledger.height() - 1, PATIENCE)) {
                throw new AssertionError("the projection is behind");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static QrOrigin origin() {
        try {
            return QrOrigin.of("HTTPS://YIPIAO.EXAMPLE");
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        pulse.close();
        projector.close();
    }
}
