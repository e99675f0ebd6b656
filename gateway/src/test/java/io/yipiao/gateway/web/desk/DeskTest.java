package io.yipiao.gateway.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.anchor.Submitter;
import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.ClaimTest;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.issuer.TrustLists;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.projection.LedgerPulse;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.Projector;
import io.yipiao.gateway.reconcile.Reconciliation;
import io.yipiao.gateway.screen.Screening;
import io.yipiao.gateway.session.KeptForms;
import io.yipiao.gateway.web.Browser;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.TestSite;
import io.yipiao.gateway.web.audit.AuditPages;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.QrOrigin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A site with the desk's pages over a database, a ledger and claims of its own; whoever signs in
 * has a cookie by his name.
 */
public abstract class DeskTest extends ClaimTest {
    protected static final String CHEN = "陈举例";
    protected static final String LI = "李明";
    protected static final String SUPERVISOR = "主管王";
    protected static final String AUDITOR = "审计员";

    private final TreeMap<String, Principal> people = new TreeMap<>();
    private LedgerView view;
    private Projector projector;
    private LedgerPulse pulse;
    private TestSite site;
    protected BillQr codes;
    protected Inquiry inquiry;

    @BeforeEach
    void openSite() throws FieldException {
        view = new LedgerView(world.database);
        projector = new Projector(world.database, world.ledger, view);
        catchUp();
        pulse = new LedgerPulse(world.ledger, view);
        codes = new BillQr(QrOrigin.of("HTTPS://YIPIAO.EXAMPLE"));
        inquiry =
                new Inquiry(
                        world.database,
                        world.bills,
                        codes,
                        new TrustLists(
                                world.database,
                                world.secrets.personal(),
                                view,
                                "yipiao.example",
                                clock),
                        view,
                        pulse,
                        new IndexSource(world.ledger),
                        world.secrets.people(),
                        world.desk.mandates()::allows,
                        clock);
        site =
                new TestSite(
                        world.database,
                        "https://yipiao.example",
                        cookie -> Optional.ofNullable(people.get(cookie)),
                        this::handlers);
        world.account(ClaimWorld.ZHANG, "张示范");
        person("chen", CHEN, ClaimWorld.CLERK, Role.CLERK);
        person("li", LI, ClaimWorld.MOTHER, Role.CLERK);
        person("supervisor", SUPERVISOR, "990000195504120113", Role.SUPERVISOR);
        person("chief", "处长赵", "990000194906300040", Role.SUPERVISOR);
        person("zhang", "张示范", ClaimWorld.ZHANG, Role.CLERK, Role.SUPERVISOR);
        person("citizen", "张示范", ClaimWorld.ZHANG, Role.CITIZEN);
        people.put(
                "auditor",
                new Principal(UUID.randomUUID(), Set.of(Role.AUDITOR), Owner.named(AUDITOR)));
    }

    @AfterEach
    void closeSite() {
        site.close();
        pulse.close();
        projector.close();
    }

    private void handlers(Pages pages) {
        new Desk(
                        world.desk,
                        world.bills,
                        codes,
                        inquiry,
                        new Screening(world.database, world.bills),
                        view,
                        world.secrets.people(),
                        new KeptForms(world.database, world.secrets),
                        workingDays(),
                        clock)
                .addTo(pages);
        new AuditPages(new Reconciliation(world.database, Set.of("basic")), world.ledger)
                .addTo(pages);
    }

    protected static WorkingDays workingDays() {
        try {
            return WorkingDays.read(TableSource.demonstration());
        } catch (TableException e) {
            throw new AssertionError(e);
        }
    }

    private void person(String cookie, String name, String idNumber, Role... roles) {
        people.put(
                cookie,
                new Principal(
                        UUID.randomUUID(),
                        Set.of(roles),
                        Owner.person(name, world.person(idNumber))));
    }

    /** Waits until all that stands on the ledger is projected. */
    protected void catchUp() {
        try {
            assertTrue(view.await(world.ledger.height() - 1, Duration.ofSeconds(30)));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends the projection, so that the ledger gets ahead of what is known here. */
    protected void stopProjecting() {
        projector.close();
    }

    /** Has the outbox emptied as a gateway does, and what it did projected. */
    protected void drain() {
        Outbox outbox = new Outbox();
        try (Submitter submitter =
                new Submitter(
                        world.database,
                        world.ledger,
                        outbox,
                        new Alarms(world.database, Clock.systemUTC()),
                        Duration.ofSeconds(30))) {
            submitter.start(1);
            Instant end = Instant.now().plusSeconds(30);
            while (waiting() && Instant.now().isBefore(end)) {
                outbox.await(Duration.ofMillis(20));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertFalse(waiting());
        catchUp();
    }

    private boolean waiting() {
        String sql = "SELECT EXISTS (SELECT FROM outbox WHERE state IN ('QUEUED', 'ENDORSED'))";
        return world.database.with(handle -> handle.createQuery(sql).mapTo(Boolean.class).one());
    }

    /** Somebody's browser, signed in; of a stranger if nobody has this cookie. */
    protected Browser as(String cookie) {
        Browser browser = site.browser();
        browser.cookies().put("session", cookie);
        return browser;
    }

    /** The sample bill under a number of its own. */
    protected Bill sample() {
        return world.ours(Bills.numbered(number()));
    }

    protected UUID anchored() {
        UUID id = world.anchored(sample());
        catchUp();
        return id;
    }

    /** The sample bill, claimed by its patient and waiting for a clerk. */
    protected ClaimView claimed() {
        ClaimView claim = world.taken(ClaimWorld.ZHANG, world.anchored(sample()));
        catchUp();
        return claim;
    }

    protected String code(UUID bill) {
        return codes.text(world.bills.byId(bill).orElseThrow()).text();
    }

    protected ClaimView now(ClaimView claim) {
        return world.desk.claims().one(claim.number(), Optional.empty()).orElseThrow();
    }

    protected static void holds(HttpResponse<String> page, int status, String... texts) {
        assertEquals(status, page.statusCode(), page.body());
        for (String text : List.of(texts)) {
            assertTrue(page.body().contains(text), () -> text + " in " + page.body());
        }
    }
}
