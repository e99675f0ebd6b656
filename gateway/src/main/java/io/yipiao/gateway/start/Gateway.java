package io.yipiao.gateway.start;

import io.yipiao.gateway.access.Gate;
import io.yipiao.gateway.access.Tokens;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.anchor.Submitter;
import io.yipiao.gateway.benefit.Benefit;
import io.yipiao.gateway.benefit.Policy;
import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.http.ApiServer;
import io.yipiao.gateway.http.AttestationOperations;
import io.yipiao.gateway.http.BillOperations;
import io.yipiao.gateway.http.ClaimOperations;
import io.yipiao.gateway.http.Health;
import io.yipiao.gateway.http.IssuerOperations;
import io.yipiao.gateway.http.Metrics;
import io.yipiao.gateway.http.Operations;
import io.yipiao.gateway.http.PersonOperations;
import io.yipiao.gateway.http.RecoveryOperations;
import io.yipiao.gateway.http.ServiceOperations;
import io.yipiao.gateway.http.TokenOperations;
import io.yipiao.gateway.http.UploadOperations;
import io.yipiao.gateway.http.VerificationOperations;
import io.yipiao.gateway.http.WishOperations;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.intake.MissingIndexes;
import io.yipiao.gateway.intake.Uploads;
import io.yipiao.gateway.issuer.Issuers;
import io.yipiao.gateway.issuer.TrustLists;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.gateway.projection.LedgerPulse;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.Projector;
import io.yipiao.gateway.screen.Screening;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.session.Accounts;
import io.yipiao.gateway.session.Passwords;
import io.yipiao.gateway.session.Sessions;
import io.yipiao.gateway.settings.LedgerSettings;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.QrOrigin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** A running gateway. */
public final class Gateway implements AutoCloseable {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int SUBMITTERS = 2;

    private final Parts parts = new Parts();
    private final Database database;
    private final Secrets secrets;
    private final LedgerClient ledger;
    private final LedgerView view;
    private final Projector projector;
    private final Tokens tokens;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Screening screening;
    private final ClaimDesk claims;
    private final Watching watching;
    private final ApiServer server;

    private Gateway(Settings asked, Clock clock) throws TableException {
        Settings settings = Address.chosen(asked);
        try {
            database = parts.add(Database.open(settings.database()));
            secrets = Secrets.open(settings, database);
            ledger = parts.add(ledger(settings.ledger(), clock));
            view = new LedgerView(database);
            projector = parts.add(new Projector(database, ledger, view));
            LedgerPulse pulse = parts.add(new LedgerPulse(ledger, view));
            Outbox outbox = new Outbox();
            Submitter submitter =
                    parts.add(
                            new Submitter(
                                    database, ledger, outbox, new Alarms(database, clock), LEASE));
            submitter.start(SUBMITTERS);
            IndexSource indexes = new IndexSource(ledger);
            parts.add(
                    new Chore(
                            "missing indexes",
                            Duration.ofSeconds(5),
                            () -> new MissingIndexes(database, indexes).fill()));
            Bills bills = new Bills(database, secrets.personal());
            screening = new Screening(database, bills);
            parts.add(new Chore("near duplicates", Duration.ofSeconds(1), screening::pass));
            claims =
                    ClaimDesk.open(
                            database,
                            secrets,
                            bills,
                            ledger,
                            new Benefit(Policy.read(TableSource.demonstration())),
                            screening,
                            clock);
            claims.insured().load(Policy.readInsured(TableSource.demonstration()));
            parts.add(claims.recovery().start());
            parts.add(
                    new Chore("conflicts", Duration.ofSeconds(2), () -> claims.conflicts().pass()));
            watching = Watching.begin(parts, database, ledger, claims, clock);
            Telling.begin(parts, database, secrets, settings, clock);
            tokens = new Tokens(database);
            accounts = new Accounts(database, secrets, new Passwords());
            sessions = new Sessions(database, secrets);
            server = parts.add(serve(settings, clock, pulse, outbox, indexes, bills));
        } catch (RuntimeException | TableException | Error e) {
            parts.close();
            throw e;
        }
    }

    /**
     * Starts a gateway, which listens when this returns.
     *
     * @throws IllegalStateException if its tables of policy do not read
     */
    public static Gateway start(Settings settings, Clock clock) {
        try {
            return new Gateway(settings, clock);
        } catch (TableException e) {
            throw new IllegalStateException(
                    "the tables of policy do not read: " + e.getMessage(), e);
        }
    }

    private ApiServer serve(
            Settings settings,
            Clock clock,
            LedgerPulse pulse,
            Outbox outbox,
            IndexSource indexes,
            Bills bills) {
        QrOrigin origin = origin(settings);
        BillQr codes = new BillQr(origin);
        TrustLists lists = new TrustLists(database, secrets.personal(), view, origin.host(), clock);
        Inquiry inquiry =
                new Inquiry(
                        database,
                        bills,
                        codes,
                        lists,
                        view,
                        pulse,
                        indexes,
                        secrets.people(),
                        claims.mandates()::allows,
                        clock);
        BillLife life = BillLife.of(this, bills, clock);
        Uploads uploads = life.uploads(this, indexes, outbox);
        Health health = new Health(watching.checks(database, pulse));
        Metrics metrics = parts.add(new Metrics());
        database.measure(metrics.registry());
        watching.measure(metrics.registry());
        metrics.registry().gauge("yipiao.projection.lag.blocks", pulse, LedgerPulse::lag);
        Operations operations = new Operations();
        new ServiceOperations(health, metrics).addTo(operations);
        new TokenOperations(tokens, secrets.people()).addTo(operations);
        Issuers issuers = new Issuers(database, secrets.custody(), ledger, view);
        new IssuerOperations(issuers, lists).addTo(operations);
        life.addTo(operations, bills, issuers);
        new UploadOperations(uploads).addTo(operations);
        new BillOperations(bills, codes, view, ledger).addTo(operations);
        new VerificationOperations(inquiry).addTo(operations);
        new ClaimOperations(claims, bills).addTo(operations);
        new RecoveryOperations(claims).addTo(operations);
        new WishOperations(claims.service()).addTo(operations);
        new AttestationOperations(claims.attestations()).addTo(operations);
        watching.addTo(operations);
        new PersonOperations(claims, secrets.people()).addTo(operations);
        return ApiServer.start(
                settings,
                new Gate(tokens),
                operations,
                new GatewayPages(
                                settings, clock, this, inquiry, life, uploads, bills, codes,
                                metrics)
                        .mounts(),
                health,
                metrics);
    }

    private static LedgerClient ledger(LedgerSettings settings, Clock clock) {
        return switch (settings) {
            case LedgerSettings.Embedded embedded -> EmbeddedLedger.open(embedded.folder(), clock);
            case LedgerSettings.Fabric fabric ->
                    FabricLedger.open(fabric.client(), Organisation.INSURANCE);
        };
    }

    private static QrOrigin origin(Settings settings) {
        try {
            return QrOrigin.of(Address.shown(settings));
        } catch (FieldException e) {
            throw new IllegalStateException(
                    "public-url cannot stand in a QR code: " + e.getMessage(), e);
        }
    }

    /** Where programs on this machine reach it. */
    public URI address() {
        return server.address();
    }

    public Tokens tokens() {
        return tokens;
    }

    /** Who may sign in at the pages. */
    public Accounts accounts() {
        return accounts;
    }

    /** Who is signed in at the pages. */
    public Sessions sessions() {
        return sessions;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Database database() {
        return database;
    }

    public LedgerClient ledger() {
        return ledger;
    }

    public LedgerView view() {
        return view;
    }

    public Projector projector() {
        return projector;
    }

    /** What is nearly the same as what. */
    public Screening screening() {
        return screening;
    }

    public ClaimDesk claims() {
        return claims;
    }

    /** What looks after the rest. */
    Watching watching() {
        return watching;
    }

    /** Stops listening, lets requests end, and closes everything in the opposite order. */
    @Override
    public void close() {
        parts.close();
    }
}
