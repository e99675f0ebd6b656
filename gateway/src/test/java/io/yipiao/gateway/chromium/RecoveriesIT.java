package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.Claimant;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Closing;
import io.yipiao.gateway.claim.Recoveries;
import io.yipiao.gateway.claim.Recovery;
import io.yipiao.gateway.claim.Refunds;
import io.yipiao.gateway.claim.Ruling;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.verdict.Language;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is wanted back after a partial refund: at the desk, at the citizen's and on paper. One claim
 * goes through it all, and whoever looks changes nothing, so each page is seen in every way.
 */
class RecoveriesIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final Someone CLERK = SITE.someone(Set.of(Role.CLERK));
    private static final Someone SUPERVISOR = SITE.someone(Set.of(Role.SUPERVISOR));
    private static final AtomicInteger NUMBERS = new AtomicInteger(8_200_000);
    private static final List<Visitor> BOTH =
            List.of(Visitor.on(Screen.PHONE), Visitor.on(Screen.DESK).reading(Language.ENGLISH));

    /** Fills in forms; his browser runs no scripts. */
    private static final Visitor PLAIN = Visitor.on(Screen.DESK).withoutScripts();

    @Test
    void what_a_refund_leaves_is_repaid_given_up_and_set_off_until_nothing_is_wanted_back() {
        WaitingCase owed = refunded();
        String path = "/desk/recoveries/" + owed.number();
        String claim = "/claims/" + owed.number();
        looked(BOTH, CLERK, "/desk/recoveries", "one", "recovery.since");
        looked(Visitor.everyWay(), owed.owner(), claim, "claim", "claim.owed.why");
        looked(Visitor.everyWay(), owed.owner(), claim + "/notice", "notice", "notice.how.pay");

        try (Tab tab = PLAIN.as(CLERK).open()) {
            tab.at("/desk/recoveries").press(owed.number().text());
            assertEquals(PLAIN.say("claim.owed", "¥178.88"), tab.heading());
            tab.press(PLAIN.say("recovery.close")).screenshot("recovery-wrong");
            assertTrue(tab.text().contains(PLAIN.say("recovery.kind.none")), tab.text());
            closed(tab, "REPAID", "100", "收据 0001");
            assertEquals(PLAIN.say("claim.owed", "¥78.88"), tab.heading());
        }
        try (Tab tab = PLAIN.as(SUPERVISOR).open()) {
            closed(tab.at(path), "WRITTEN_OFF", "40", "查无下落");
            looked(Visitor.everyWay(), SUPERVISOR, path, "asked", "recovery.confirmation");
            closed(tab, "OFFSET", "", "本人同意");
            looked(
                    List.of(PLAIN),
                    owed.owner(),
                    claim + "/notice",
                    "notice-next",
                    "notice.how.next");
        }
        claimsAnother(owed.owner());
        owed.await(ClaimState.RECOVERED);
        looked(BOTH, CLERK, path, "settled", "recovery.state.LAPSED");
        looked(List.of(PLAIN), owed.owner(), claim, "claim-settled", "claim.sheet");
        repayOthers();
        looked(BOTH, CLERK, "/desk/recoveries", "none", "recovery.none");
    }

    @Test
    void the_notice_prints_black_on_white_and_the_larger_pages_fit_a_phone() {
        WaitingCase owed = refunded();
        String path = "/desk/recoveries/" + owed.number();
        String notice = "/claims/" + owed.number() + "/notice";
        Visitor elder = Visitor.on(Screen.PHONE).elderly();
        looked(List.of(elder), owed.owner(), notice, "elder-notice", "notice.how.pay");
        looked(List.of(elder), CLERK, path, "elder", "recovery.parts.none");
        try (Tab tab = Visitor.on(Screen.DESK).as(owed.owner()).open()) {
            tab.at(notice).print("recovery-notice");
            assertTrue(tab.page().locator("[data-print]").isVisible());
            tab.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            assertEquals("", tab.coloured());
        }
        try (Tab tab = PLAIN.as(CLERK).open()) {
            closed(tab.at(path), "REPAID", "178.88", "收据 0002");
            assertEquals(PLAIN.say("recovery.settled"), tab.heading());
        }
    }

    /** A claim of which 178.88 is wanted back: its tomography was refunded after the stamp. */
    private static WaitingCase refunded() {
        WaitingCase claim = WaitingCase.of(SITE);
        Someone decider = SITE.citizen();
        SITE.gateway()
                .claims()
                .decisions()
                .decide(
                        new Clerk(decider.person(), decider.name()),
                        claim.number(),
                        Ruling.approve(),
                        Optional.empty());
        claim.await(ClaimState.PROVED);
        Bill bill = claim.paper().bill();
        SITE.papers().anchored(Refunds.without(Refunds.SCAN, bill, NUMBERS.incrementAndGet()));
        SITE.papers().registered(Bills.red(bill, NUMBERS.incrementAndGet()));
        claim.await(ClaimState.RECOVERING);
        return claim;
    }

    /** A visit of his, paid automatically. */
    private static void claimsAnother(Someone owner) {
        Paper visit = SITE.papers().anchored(SITE.papers().visit(owner));
        Claimant claimant = new Claimant("person/" + owner.person().hex(), owner.person());
        SITE.gateway()
                .claims()
                .service()
                .submit(claimant, visit.id(), UUID.randomUUID().toString());
    }

    /** The demonstration has one of its own. */
    private static void repayOthers() {
        Recoveries all = SITE.gateway().claims().recoveries();
        Clerk clerk = new Clerk(CLERK.person(), CLERK.name());
        for (Recovery one : all.open()) {
            Closing repaid = Closing.repaid(one.open(), "收据 0003");
            all.settle(clerk, one.claim(), repaid, UUID.randomUUID().toString());
        }
    }

    private static void closed(Tab tab, String kind, String amount, String note) {
        tab.page().locator("input[value=" + kind + "]").check();
        tab.page().locator("#amount").fill(amount);
        tab.page().locator("#note").fill(note);
        tab.press(PLAIN.say("recovery.close")).page().waitForURL("**?said=*");
    }

    private static void looked(
            List<Visitor> visitors, Someone who, String path, String name, String words) {
        for (Visitor visitor : visitors) {
            try (Tab tab = visitor.as(who).open()) {
                tab.at(path).screenshot("recovery-" + name).axe();
                assertTrue(tab.text().contains(visitor.say(words)), tab.text());
                assertTrue(!visitor.scripts() || tab.fits(), name + " " + visitor.tag());
            }
        }
    }
}
