package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;

/** Typing what the paper says. */
class CheckIT {
    static List<Visitor> everyWayWithScriptsAndWithout() {
        List<Visitor> all = new ArrayList<>(Visitor.everyWay());
        Visitor.everyWay().forEach(visitor -> all.add(visitor.withoutScripts()));
        return all;
    }

    @ParameterizedTest
    @MethodSource("everyWayWithScriptsAndWithout")
    void five_right_elements_give_the_verdict(Visitor visitor) {
        Papers papers = DemoSite.shared().papers();
        Bill bill = papers.anchored(papers.visit(DemoSite.shared().citizen())).bill();
        try (Tab tab = visitor.open()) {
            tab.at("/check").screenshot("check").axe();
            type(tab, visitor, bill, bill.checkCode().orElseThrow());
            assertEquals(VerdictKind.OPEN.sentence().in(visitor.language()), tab.heading());
            tab.at("/check");
            type(tab, visitor, bill, "zzzzzz");
            assertEquals(VerdictKind.UNKNOWN.sentence().in(visitor.language()), tab.heading());
            tab.screenshot("verdict-unknown").axe();
        }
    }

    @ParameterizedTest
    @MethodSource("everyWayWithScriptsAndWithout")
    void faults_are_listed_first_lead_to_their_fields_and_keep_what_was_typed(Visitor visitor) {
        try (Tab tab = visitor.open()) {
            tab.at("/check")
                    .fill(visitor.say("check.code"), "99060226")
                    .fill(visitor.say("check.number"), "000000001")
                    .fill(visitor.say("check.check"), "a1b2c3")
                    .fill(visitor.say("check.total"), "much")
                    .fill(visitor.say("check.date"), "2026-09-13")
                    .press(visitor.say("check.go"));
            Locator summary = tab.page().locator("section.errors");
            assertTrue(tab.page().title().startsWith(visitor.say("error.title").strip()));
            assertEquals("section.errors", tab.focused());
            assertEquals(visitor.say("error.count", 2), summary.locator("h2").innerText());
            tab.screenshot("check-errors").axe();
            assertTrue(tab.fits());
            summary.locator("a").first().click();
            assertEquals("input#number", tab.focused());
            assertEquals("000000001", tab.page().locator("#number").inputValue());
            assertEquals("much", tab.page().locator("#total").inputValue());
        }
    }

    private static void type(Tab tab, Visitor visitor, Bill bill, String checkCode) {
        tab.fill(visitor.say("check.code"), bill.id().code())
                .fill(visitor.say("check.number"), bill.id().number())
                .fill(visitor.say("check.check"), checkCode)
                .fill(visitor.say("check.total"), bill.total().yuan())
                .fill(visitor.say("check.date"), bill.issueDate().toString())
                .press(visitor.say("check.go"));
    }
}
