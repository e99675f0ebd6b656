package io.yipiao.gateway.web.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.ClaimTest;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.claim.Ruling;
import io.yipiao.gateway.inquiry.Diagnoses;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.session.Accounts;
import io.yipiao.gateway.session.Passwords;
import io.yipiao.gateway.session.Sessions;
import io.yipiao.gateway.session.SignedIn;
import io.yipiao.gateway.tell.Contacts;
import io.yipiao.gateway.tell.DevelopmentInbox;
import io.yipiao.gateway.tell.Messages;
import io.yipiao.gateway.web.Browser;
import io.yipiao.gateway.web.Cookies;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.TestSite;
import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Citizens' pages over HTTP with real claims behind them, opened without scripts. */
abstract class CitizenTest extends ClaimTest {
    static final String PASSWORD = "correct horse battery";

    private final Map<String, Principal> signedIn = new TreeMap<>();
    private TestSite site;
    private Accounts accounts;
    private Sessions sessions;

    @BeforeEach
    void openSite() {
        signedIn.clear();
        accounts = new Accounts(world.database, world.secrets, new Passwords());
        sessions = new Sessions(world.database, world.secrets);
        site =
                new TestSite(
                        world.database,
                        "https://yipiao.example",
                        this::principal,
                        pages -> handlers(pages, pages()));
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    /** Which handlers a test needs; all of this package unless it says otherwise. */
    void handlers(Pages pages, CitizenPages citizen) {
        citizen.addTo(pages);
    }

    private Optional<Principal> principal(String cookie) {
        return Optional.ofNullable(signedIn.get(cookie))
                .or(() -> sessions.visitor(cookie).map(SignedIn::principal));
    }

    private CitizenPages pages() {
        Bills bills = new Bills(world.database, world.secrets.personal());
        PersonalData personal = world.secrets.personal();
        return new CitizenPages(
                world.desk,
                bills,
                world.secrets.people(),
                days(),
                clock,
                accounts,
                sessions,
                new Contacts(world.database, personal, clock),
                new Messages(world.database, clock),
                new DevelopmentInbox(world.database, personal, clock),
                new Diagnoses(world.database, clock));
    }

    private static WorkingDays days() {
        try {
            return WorkingDays.read(TableSource.demonstration());
        } catch (TableException e) {
            throw new AssertionError(e);
        }
    }

    /** A browser in which this person is signed in. */
    Browser citizen(String idNumber, String name) {
        return visitor(name, Owner.person(name, world.person(idNumber)), Role.CITIZEN);
    }

    Browser zhang() {
        return citizen(ClaimWorld.ZHANG, "张示范");
    }

    Browser mother() {
        return citizen(ClaimWorld.MOTHER, "李样本");
    }

    Browser visitor(String name, Owner owner, Role role) {
        Browser browser = site.browser();
        String cookie = "s" + signedIn.size();
        signedIn.put(cookie, new Principal(UUID.randomUUID(), Set.of(role), owner));
        browser.cookies().put(Cookies.SESSION, cookie);
        return browser;
    }

    /** A browser in which this person signed in with an account of his own. */
    Browser withAccount(String idNumber, String name, String login) {
        try {
            UUID account =
                    accounts.create(
                            login,
                            PASSWORD,
                            Set.of(Role.CITIZEN),
                            Owner.person(name, world.person(idNumber)));
            Browser browser = site.browser();
            browser.cookies().put(Cookies.SESSION, sessions.begin(account).reveal());
            return browser;
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }

    Browser stranger() {
        return site.browser();
    }

    /** A bill of 3,354.30 yuan of which the fund would pay 1,830.70. */
    UUID bill() {
        return world.anchored(
                world.ours(io.yipiao.verifier.bill.Bills.numbered(ClaimTest.number())));
    }

    /** A claim that waits for a clerk. */
    ClaimView claimed() {
        world.account(ClaimWorld.ZHANG, "张示范");
        return world.taken(ClaimWorld.ZHANG, bill());
    }

    void decide(ClaimView claim, Ruling ruling) {
        world.desk.decisions().decide(world.clerk(), claim.number(), ruling, Optional.empty());
    }

    static String path(ClaimView claim) {
        return "/claims/" + claim.number();
    }

    static String page(Browser browser, String path) {
        HttpResponse<String> answer = browser.get(path);
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    static void has(String page, String... texts) {
        for (String text : texts) {
            assertTrue(page.contains(text), text + " in " + page);
        }
    }

    static void leadsTo(String path, HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals(path, Browser.location(answer));
    }
}
