package io.yipiao.gateway.start;

import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.http.Metrics;
import io.yipiao.gateway.http.Mounts;
import io.yipiao.gateway.inquiry.Diagnoses;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.Uploads;
import io.yipiao.gateway.reconcile.Reconciliation;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.session.KeptForms;
import io.yipiao.gateway.session.Oidc;
import io.yipiao.gateway.session.SignIn;
import io.yipiao.gateway.session.SignedIn;
import io.yipiao.gateway.settings.LedgerSettings;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.tell.Contacts;
import io.yipiao.gateway.tell.DevelopmentInbox;
import io.yipiao.gateway.tell.Messages;
import io.yipiao.gateway.web.Assets;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Serving;
import io.yipiao.gateway.web.Site;
import io.yipiao.gateway.web.audit.AuditPages;
import io.yipiao.gateway.web.bureau.BureauPages;
import io.yipiao.gateway.web.citizen.CitizenPages;
import io.yipiao.gateway.web.desk.BillNotes;
import io.yipiao.gateway.web.desk.Desk;
import io.yipiao.gateway.web.front.BillPages;
import io.yipiao.gateway.web.front.CheckPages;
import io.yipiao.gateway.web.front.FrontPages;
import io.yipiao.gateway.web.front.ProviderPages;
import io.yipiao.gateway.web.front.ScanPages;
import io.yipiao.gateway.web.front.Showing;
import io.yipiao.gateway.web.front.SignInPages;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Puts the pages of a gateway together. */
record GatewayPages(
        Settings settings,
        Clock clock,
        Gateway gateway,
        Inquiry inquiry,
        BillLife life,
        Uploads uploads,
        Bills bills,
        BillQr codes,
        Metrics metrics) {
    /** The payers whose claims this gateway decides. */
    private static final Set<String> DECIDED_HERE = Set.of("basic");

    Mounts mounts() {
        Assets assets = Assets.load();
        Site site =
                new Site(
                        Address.shown(settings),
                        settings.ledger() instanceof LedgerSettings.Embedded,
                        settings.demonstration(),
                        assets);
        Pages pages = new Pages();
        CitizenPages citizen = citizen();
        citizen.addTo(pages);
        front(
                pages,
                assets,
                new Showing(
                        citizen.offers()::of,
                        new BillNotes(bills, gateway.view()),
                        codes,
                        id -> gateway.claims().elsewhere().first(id).isPresent()));
        desk(pages);
        new AuditPages(new Reconciliation(gateway.database(), DECIDED_HERE), gateway.ledger())
                .addTo(pages);
        new HospitalPages(clock, gateway, life, uploads, bills, codes, workingDays()).addTo(pages);
        bureau(pages);
        return new Serving(
                        site,
                        cookie -> gateway.sessions().visitor(cookie).map(SignedIn::principal),
                        new KeptForms(gateway.database(), gateway.secrets())::keep,
                        settings.limits(),
                        metrics)
                .mounts(pages);
    }

    private void front(Pages pages, Assets assets, Showing showing) {
        new FrontPages(assets).addTo(pages);
        new BillPages(inquiry, showing).addTo(pages);
        new ScanPages(inquiry, showing, settings.limits().pictureBytes()).addTo(pages);
        new CheckPages(inquiry, showing).addTo(pages);
        new SignInPages(
                        new SignIn(gateway.accounts(), gateway.sessions()),
                        gateway.sessions(),
                        settings.oidc().isPresent())
                .addTo(pages);
        String address = Address.shown(settings);
        Optional<Oidc> provider =
                settings.oidc()
                        .map(oidc ->
                                new Oidc(
                                        oidc,
                                        ProviderPages.redirect(address),
                                        gateway.database(),
                                        gateway.secrets(),
                                        gateway.sessions()));
        new ProviderPages(provider, address).addTo(pages);
    }

    private void desk(Pages pages) {
        new Desk(
                        gateway.claims(),
                        bills,
                        codes,
                        inquiry,
                        gateway.screening(),
                        gateway.view(),
                        gateway.secrets().people(),
                        new KeptForms(gateway.database(), gateway.secrets()),
                        workingDays(),
                        clock)
                .addTo(pages);
    }

    private CitizenPages citizen() {
        Database database = gateway.database();
        PersonalData personal = gateway.secrets().personal();
        return new CitizenPages(
                gateway.claims(),
                bills,
                gateway.secrets().people(),
                workingDays(),
                clock,
                gateway.accounts(),
                gateway.sessions(),
                new Contacts(database, personal, clock),
                new Messages(database, clock),
                new DevelopmentInbox(database, personal, clock),
                new Diagnoses(database, clock));
    }

    static WorkingDays workingDays() {
        try {
            return WorkingDays.read(TableSource.demonstration());
        } catch (TableException e) {
            throw new IllegalStateException("the table of holidays does not read", e);
        }
    }

    private void bureau(Pages pages) {
        Watching watching = gateway.watching();
        new BureauPages(
                        watching.alarms(),
                        watching.totals(),
                        watching.freezes(),
                        watching.watcher(),
                        gateway.view(),
                        bills,
                        clock)
                .addTo(pages);
    }
}
