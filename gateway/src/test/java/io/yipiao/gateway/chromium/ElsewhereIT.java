package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.Claims;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.verdict.Language;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A bill that was issued elsewhere: from a citizen's phone over the checklist to a claim. */
class ElsewhereIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final String LINE = "05,DEMO-INF,示范检查,36,100.00,甲";

    @Test
    void a_citizen_files_it_a_clerk_checks_it_and_it_is_a_claim() {
        Someone citizen = SITE.citizen();
        String number = filed(Visitor.on(Screen.PHONE).as(citizen), "0000000501");
        asked(Visitor.on(Screen.DESK).withoutScripts(), number);
        answered(Visitor.on(Screen.PHONE).as(citizen), number);
        checked(Visitor.on(Screen.DESK).withoutScripts(), number);

        Claims claims = SITE.gateway().claims().claims();
        RunningGateway.await(() ->
                claims.one(new ClaimNumber(number), Optional.empty())
                        .filter(claim -> claim.state() == ClaimState.FIRST_REVIEW)
                        .isPresent());
        Visitor owner = Visitor.on(Screen.PHONE).as(citizen);
        try (Tab tab = owner.open()) {
            look(tab.at("/claims/" + number), "elsewhere-claim");
            assertTrue(tab.text().contains("¥1,872.00"), tab.text());
        }
        try (Tab tab = Visitor.on(Screen.DESK).as(clerk()).open()) {
            look(tab.at("/desk/claims/" + number), "elsewhere-case");
            assertTrue(tab.text().contains("示范检查"), tab.text());
        }
    }

    @Test
    void every_page_of_it_fits_a_phone_and_says_the_same_in_english() {
        Visitor english = Visitor.on(Screen.PHONE).reading(Language.ENGLISH);
        String number = filed(english.as(SITE.citizen()), "0000000502");
        try (Tab tab = english.as(clerk()).open()) {
            look(tab.at("/desk/elsewhere"), "elsewhere-list");
            look(tab.at("/desk/elsewhere/" + number), "elsewhere-checklist");
            tab.press(english.say("elsewhere.record"));
            tab.page().waitForSelector("section.errors");
            look(tab, "elsewhere-unanswered");
        }
        try (Tab tab = Visitor.on(Screen.PHONE).elderly().as(clerk()).open()) {
            look(tab.at("/desk/elsewhere/" + number), "elder-elsewhere-checklist");
        }
    }

    /** Types what is not known here, and files it. */
    private static String filed(Visitor visitor, String bill) {
        try (Tab tab = visitor.open()) {
            tab.at("/check")
                    .fill(visitor.say("check.code"), "98060226")
                    .fill(visitor.say("check.number"), bill)
                    .fill(visitor.say("check.check"), "abc123")
                    .fill(visitor.say("check.total"), "3600.00")
                    .fill(visitor.say("check.date"), "2026-09-13")
                    .press(visitor.say("check.go"));
            tab.page().locator("h1#verdict").waitFor();
            look(tab, "elsewhere-unknown");
            tab.press(visitor.say("bill.elsewhere"));
            tab.page().waitForSelector("#hospital");
            assertEquals(bill, tab.page().inputValue("#number"));
            look(tab, "elsewhere-form");
            tab.press(visitor.say("elsewhere.file-it"));
            tab.page().waitForSelector("section.errors");
            look(tab, "elsewhere-form-wrong");
            tab.fill(visitor.say("elsewhere.hospital"), "邻市第一医院")
                    .fill(visitor.say("elsewhere.admitted"), "2026-09-07")
                    .fill(visitor.say("elsewhere.discharged"), "2026-09-13");
            tab.page()
                    .locator("#file")
                    .setInputFiles(
                            new FilePayload(
                                    "票据.pdf",
                                    "application/pdf",
                                    "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
            tab.press(visitor.say("elsewhere.file-it"));
            tab.page().waitForURL("**said=filed");
            assertEquals(visitor.say("elsewhere.waiting"), tab.heading());
            look(tab, "elsewhere-filed");
            return tab.page().url().replaceAll(".*/claims/|\\?.*", "");
        }
    }

    /** What is missing is asked for; the filing stands still then. */
    private static void asked(Visitor visitor, String number) {
        try (Tab tab = visitor.as(clerk()).open()) {
            tab.at("/desk/elsewhere/" + number)
                    .fill(visitor.say("elsewhere.question"), "请补交住院费用清单，拍清楚的照片就可以。")
                    .press(visitor.say("elsewhere.ask"));
            tab.page().waitForURL("**said=asked");
            look(tab, "elsewhere-asked");
            assertTrue(tab.text().contains(visitor.say("elsewhere.asked.waits")), tab.text());
            look(tab.at("/desk/elsewhere"), "elsewhere-list-paused");
        }
    }

    private static void answered(Visitor visitor, String number) {
        try (Tab tab = visitor.open()) {
            look(tab.at("/claims/" + number), "elsewhere-paused");
            tab.press(visitor.say("claim.answer"));
            tab.page().waitForURL("**/supplement");
            look(tab, "elsewhere-supplement");
            tab.fill(visitor.say("supplement.answer"), "清单已交到医保窗口").press(visitor.say("submit"));
            tab.page().waitForURL("**said=answered");
            look(tab, "elsewhere-answered");
        }
    }

    private static void checked(Visitor visitor, String number) {
        try (Tab tab = visitor.as(clerk()).open()) {
            tab.at("/desk/elsewhere").press(number);
            tab.page().waitForURL("**/desk/elsewhere/" + number);
            assertEquals(
                    "%PDF-1.7",
                    new String(
                            tab.download(visitor.say("elsewhere.file.fetch")),
                            StandardCharsets.US_ASCII));
            tab.page().check("input[name=official][value=GENUINE]");
            for (String item : List.of("person", "unclaimed", "standing")) {
                tab.page().check("input[name=" + item + "][value=yes]");
            }
            tab.fill(visitor.say("elsewhere.seen"), "网站显示一致")
                    .fill(visitor.say("elsewhere.institution"), "H99020100001")
                    .fill(visitor.say("elsewhere.encounter"), "ZY-77")
                    .fill(visitor.say("elsewhere.diagnoses"), "I10")
                    .fill(visitor.say("elsewhere.lines"), LINE)
                    .press(visitor.say("elsewhere.record"));
            tab.page().waitForURL("**said=result-accepted");
            look(tab, "elsewhere-result");
            assertTrue(tab.text().contains(visitor.say("elsewhere.accepted")), tab.text());
        }
    }

    private static Someone clerk() {
        return SITE.someone(Set.of(Role.CLERK));
    }

    private static void look(Tab tab, String name) {
        tab.screenshot(name).axe();
        assertTrue(tab.fits(), name);
    }
}
