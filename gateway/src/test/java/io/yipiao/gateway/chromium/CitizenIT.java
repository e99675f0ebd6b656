package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;

import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Ruling;
import io.yipiao.gateway.web.Wording;
import io.yipiao.verifier.verdict.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The citizen's pages through their main task and their main error. */
class CitizenIT {
    private static final DemoSite SITE = DemoSite.shared();

    /** An A4 page at 96 dots an inch. */
    private static final int PAPER = 794;

    /** Both screens in both languages, and each screen once more without scripts. */
    static List<Visitor> everyWay() {
        List<Visitor> all = new ArrayList<>(Visitor.everyWay());
        all.add(Visitor.on(Screen.PHONE).withoutScripts());
        all.add(Visitor.on(Screen.DESK).reading(Language.ENGLISH).withoutScripts());
        return all;
    }

    static List<Visitor> bothLanguages() {
        return List.of(Visitor.on(Screen.PHONE), Visitor.on(Screen.DESK).reading(Language.ENGLISH));
    }

    static List<Visitor> elders() {
        Visitor phone = Visitor.on(Screen.PHONE).elderly();
        return List.of(phone, phone.reading(Language.ENGLISH), Visitor.on(Screen.DESK).elderly());
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_bill_is_claimed_with_one_tap_by_its_owner(Visitor visitor) {
        Someone owner = SITE.citizen();
        Paper paper = SITE.papers().anchored(SITE.papers().stay(owner));
        try (Tab tab = visitor.as(owner).open()) {
            looked(tab.at(paper.path()), "bill-owner");
            tab.press(say(visitor, "diagnoses.open"));
            looked(tab, "diagnoses");
            tab.at(paper.path());
            tab.page().locator("details.aside summary").click();
            tab.page().locator("input[name=emergency]").check();
            tab.press(say(visitor, "offer.claim"));
            tab.page().waitForURL("**/claims/*");
            looked(tab, "claim-review");
            assertTrue(tab.text().contains(say(visitor, "claim.used", 0, 5)), tab.text());
            tab.press(say(visitor, "claim.withdraw"));
            looked(tab, "withdraw");
            tab.press(say(visitor, "claim.withdraw"));
            tab.page().waitForURL("**said=withdrawn");
            looked(tab, "claim-withdrawn");
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void two_bills_are_claimed_with_their_ticks_an_account_and_one_button(Visitor visitor) {
        Someone owner = SITE.citizen();
        try (Tab tab = visitor.as(owner).open()) {
            looked(tab.at("/bills"), "bills-none");
            looked(tab.at("/claims"), "claims-none");
            SITE.papers().anchored(SITE.papers().visit(owner));
            SITE.papers().anchored(SITE.papers().stay(owner));
            tab.at("/bills").press(say(visitor, "submit"));
            looked(tab, "bills-wrong");
            assertEquals("section.errors", tab.focused());
            tab.page().locator("input[name=bill]").first().check();
            tab.page().locator("input[name=bill]").last().check();
            tab.page().locator("input[name=confirmed]").check();
            looked(tab, "bills");
            tab.press(say(visitor, "submit"));
            tab.page().waitForURL("**said=claimed");
            looked(tab, "claims");
            looked(tab.at("/"), "home-citizen");
            looked(tab.at("/messages"), "messages");
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_decided_claim_shows_its_sheet_and_its_receipt(Visitor visitor) {
        Someone owner = SITE.citizen();
        String claim = claimed(owner);
        decide(claim, Ruling.part(Set.of(9, 11), "二级护理收了两次"));
        try (Tab tab = visitor.as(owner).open()) {
            looked(tab.at("/claims/" + claim), "claim-approved");
            looked(tab.at("/claims/" + claim + "/sheet"), "sheet");
            assertTrue(tab.text().contains("3,354.30"), tab.text());
            looked(tab.at("/receipts/" + claim), "receipt");
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_clerks_question_is_answered_on_its_page(Visitor visitor) {
        Someone owner = SITE.citizen();
        String claim = claimed(owner);
        decide(claim, Ruling.ask("请说明受伤经过"));
        try (Tab tab = visitor.as(owner).open()) {
            looked(tab.at("/claims/" + claim), "claim-asked");
            tab.press(say(visitor, "claim.answer")).press(say(visitor, "submit"));
            looked(tab, "supplement-wrong");
            tab.fill(say(visitor, "supplement.answer"), "在家摔倒").press(say(visitor, "submit"));
            tab.page().waitForURL("**said=answered");
            assertTrue(tab.text().contains(say(visitor, "said.answered")), tab.text());
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void family_and_details_are_changed_and_faults_are_named(Visitor visitor) {
        Someone owner = SITE.citizen();
        Someone agent = SITE.citizen();
        try (Tab tab = visitor.as(owner).open()) {
            tab.at("/family").press(say(visitor, "family.add"));
            looked(tab, "family-wrong");
            tab.fill(say(visitor, "family.name"), agent.name())
                    .fill(say(visitor, "family.number"), agent.idNumber())
                    .press(say(visitor, "family.add"));
            tab.page().waitForURL("**said=mandate-added");
            looked(tab, "family");
            tab.at("/me")
                    .fill(say(visitor, "me.bank"), "另一银行")
                    .fill(say(visitor, "me.number"), "6222020000009999")
                    .press(say(visitor, "me.save.account"));
            looked(tab, "me-wrong");
            tab.fill(say(visitor, "me.confirm"), owner.password())
                    .press(say(visitor, "me.save.account"));
            tab.page().waitForURL("**said=account-saved");
            looked(tab, "me");
        }
    }

    @Test
    void a_watched_claim_goes_on_before_the_eyes_of_its_owner() {
        Someone owner = SITE.citizen();
        String claim = claimed(owner);
        try (Tab tab = Visitor.on(Screen.PHONE).as(owner).open()) {
            tab.at("/claims/" + claim);
            decide(claim, Ruling.refuse("就诊记录与票据不符"));
            tab.page().getByText("就诊记录与票据不符").waitFor();
            assertEquals("不予报销", tab.heading());
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_bill_that_was_claimed_already_names_the_claim_that_has_it(Visitor visitor) {
        Someone owner = SITE.citizen();
        Paper paper = SITE.papers().anchored(SITE.papers().stay(owner));
        try (Tab tab = visitor.as(owner).open();
                Tab other = visitor.as(owner).open()) {
            tab.at(paper.path());
            other.at(paper.path()).press(say(visitor, "offer.claim"));
            other.page().waitForURL("**/claims/*");
            String first = other.page().url().replaceAll(".*/", "");
            tab.press(say(visitor, "offer.claim"));
            tab.page().waitForURL("**/claims/*");
            looked(tab, "claim-duplicate");
            assertTrue(tab.text().contains(first), tab.text());
            other.at("/claims/" + first + "/withdraw");
            decide(first, Ruling.refuse("就诊记录与票据不符"));
            other.press(say(visitor, "claim.withdraw"));
            looked(other, "withdraw-too-late");
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_lost_session_is_said_so_and_leads_back_to_where_it_was(Visitor visitor) {
        Someone owner = SITE.citizen();
        try (Tab tab = visitor.as(owner).open()) {
            tab.at("/family").fill(say(visitor, "family.name"), "王试");
            SITE.gateway().sessions().endAll(owner.account());
            tab.press(say(visitor, "family.add"));
            looked(tab, "sign-in-lost");
            assertTrue(tab.text().contains(say(visitor, "sign-in.expired")), tab.text());
            tab.fill(say(visitor, "sign-in.login"), owner.login())
                    .fill(say(visitor, "sign-in.password"), owner.password())
                    .press(say(visitor, "sign-in"));
            assertEquals(say(visitor, "family.title"), tab.heading());
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void without_scripts_a_link_refreshes_what_scripts_keep_fresh(Visitor visitor) {
        Someone owner = SITE.citizen();
        String claim = claimed(owner);
        try (Tab tab = visitor.as(owner).open()) {
            tab.at("/claims/" + claim);
            assertEquals(!visitor.scripts(), tab.page().locator("[data-fallback]").isVisible());
            decide(claim, Ruling.refuse("就诊记录与票据不符"));
            if (!visitor.scripts()) {
                tab.press(say(visitor, "claim.refresh"));
            }
            tab.page().getByText("就诊记录与票据不符").waitFor();
            looked(tab, "claim-refused");
        }
    }

    @ParameterizedTest
    @MethodSource("bothLanguages")
    void the_demonstrations_people_find_their_pages_filled(Visitor visitor) {
        try (Tab tab = visitor.open()) {
            looked(tab.at("/inbox"), "inbox");
        }
        Someone zhang = SITE.resident("张示范");
        try (Tab tab = visitor.as(zhang).open()) {
            for (String page : List.of("bills", "claims", "family", "messages")) {
                looked(tab.at("/" + page), "town-" + page);
            }
        }
    }

    @Test
    void sheet_receipt_and_claim_are_printed_on_white_paper() {
        Someone owner = SITE.citizen();
        String claim = claimed(owner);
        decide(claim, Ruling.part(Set.of(9, 11), "二级护理收了两次"));
        try (Tab tab = Visitor.on(Screen.DESK).as(owner).open()) {
            tab.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            tab.page().setViewportSize(PAPER, 1123);
            tab.at("/claims/" + claim + "/sheet").screenshot("sheet-print");
            assertTrue(tab.fits());
            tab.at("/receipts/" + claim).screenshot("receipt-print");
            assertTrue(tab.fits());
            tab.at("/claims/" + claim).screenshot("claim-print");
            assertTrue(tab.fits());
        }
    }

    @ParameterizedTest
    @MethodSource("elders")
    void the_larger_pages_fit_a_phone_and_end_at_home_with_people(Visitor visitor) {
        Someone owner = SITE.citizen();
        String claim = claimed(owner);
        decide(claim, Ruling.approve());
        Paper paper = SITE.papers().anchored(SITE.papers().visit(owner));
        try (Tab tab = visitor.as(owner).open()) {
            looked(tab.at("/"), "elder-home-citizen");
            looked(tab.at(paper.path()), "elder-bill-owner");
            looked(tab.at("/claims/" + claim), "elder-claim");
            looked(tab.at("/claims/" + claim + "/sheet"), "elder-sheet");
            looked(tab.at("/bills"), "elder-bills");
            tab.press(say(visitor, "submit"));
            looked(tab, "elder-bills-wrong");
            looked(tab.at("/family"), "elder-family");
            looked(tab.at("/me"), "elder-me");
        }
    }

    private static void looked(Tab tab, String name) {
        tab.screenshot(name).axe();
        assertTrue(tab.fits(), name);
    }

    private static String say(Visitor visitor, String key, Object... arguments) {
        return Wording.in(visitor.language()).say(key, arguments);
    }

    /** A claim that waits for a clerk. */
    private static String claimed(Someone owner) {
        Paper paper = SITE.papers().anchored(SITE.papers().stay(owner));
        try (Tab tab = Visitor.on(Screen.PHONE).as(owner).withoutScripts().open()) {
            tab.at(paper.path()).press("申请报销");
            tab.page().waitForURL("**/claims/*");
            return tab.page().url().replaceAll(".*/", "");
        }
    }

    private static void decide(String claim, Ruling ruling) {
        Someone clerk = SITE.citizen();
        SITE.gateway()
                .claims()
                .decisions()
                .decide(
                        new Clerk(clerk.person(), clerk.name()),
                        new ClaimNumber(claim),
                        ruling,
                        Optional.empty());
    }
}
