package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.verifier.bill.Bill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;

/** A stay that was billed twice, as clerks and auditors see it. */
class NearDuplicateIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final Pair PAIR = pair();

    /** A bill and a claim on another for the same stay. */
    private record Pair(Paper first, WaitingCase second) {}

    private static Pair pair() {
        Someone patient = SITE.citizen();
        Bill stay = SITE.papers().stay(patient);
        Paper first = SITE.papers().anchored(stay);
        return new Pair(first, WaitingCase.of(SITE, patient, SITE.papers().again(stay, patient)));
    }

    static List<Visitor> everyWay() {
        return Visitor.everyWay();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void the_clerk_sees_the_other_bill_and_compares_them_item_by_item(Visitor visitor) {
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.CLERK))).open()) {
            tab.at(PAIR.second().path());
            tab.screenshot("near-case");
            assertTrue(tab.text().contains(visitor.say("desk.near.two")), "two must agree");
            assertTrue(tab.text().contains("100%"), "how alike");
            assertTrue(tab.axe().fits());

            tab.page().locator("section[aria-labelledby=near] a").first().click();
            tab.page().locator("#items").waitFor();
            tab.screenshot("near-pair");
            assertEquals(visitor.say("near.title", "100%"), tab.heading());
            assertTrue(tab.text().contains(PAIR.first().bill().id().toString()));
            assertTrue(tab.text().contains(visitor.say("near.SAME")));
            assertTrue(tab.axe().fits());

            tab.press(visitor.say("near.right.open"));
            tab.page().locator("h1#verdict").waitFor();
            assertTrue(tab.text().contains(visitor.say("desk.near.whole")));
            assertTrue(tab.axe().fits());
        }
    }

    @Test
    void the_auditor_compares_them_too() {
        Visitor visitor = Visitor.on(Screen.DESK);
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.AUDITOR))).open()) {
            tab.at("/audit/claims/" + PAIR.second().number());
            tab.page().locator("section[aria-labelledby=near] a").first().click();
            tab.page().locator("#items").waitFor();
            assertEquals(visitor.say("near.title", "100%"), tab.heading());
        }
    }

    @Test
    void whoever_passes_it_first_hands_it_to_a_supervisor_who_stamps_it() {
        Someone patient = SITE.citizen();
        Bill stay = SITE.papers().stay(patient);
        SITE.papers().anchored(stay);
        WaitingCase waiting = WaitingCase.of(SITE, patient, SITE.papers().again(stay, patient));
        Visitor visitor = Visitor.on(Screen.DESK);
        approve(visitor, SITE.someone(Set.of(Role.CLERK)), waiting, "near-pass");
        assertEquals(ClaimState.SECOND_REVIEW, waiting.state());
        approve(visitor, SITE.someone(Set.of(Role.SUPERVISOR)), waiting, "near-stamp");
        waiting.await(ClaimState.PROVED);
    }

    private static void approve(Visitor visitor, Someone who, WaitingCase waiting, String name) {
        try (Tab tab = visitor.as(who).open()) {
            tab.at(waiting.path()).ready().alt('a').alt('c');
            tab.page().locator("h1#verdict").waitFor();
            tab.screenshot(name);
            assertTrue(tab.axe().fits());
            tab.ready().alt('c');
            tab.page().waitForURL(url -> !url.endsWith("/confirm"));
        }
    }
}
