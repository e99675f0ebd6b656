package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Ruling;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A colleague who is faster, and a session that ends over a decision: nothing typed is lost. */
class DeskFaultsIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final String REASON = "出院小结与票据不符";

    /** Also with JavaScript off. */
    static List<Visitor> everyWay() {
        return Visitor.everyWay().stream()
                .flatMap(visitor -> Stream.of(visitor, visitor.withoutScripts()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void the_slower_of_two_clerks_reads_who_was_faster_and_keeps_his_reason(Visitor visitor) {
        WaitingCase waiting = WaitingCase.of(SITE);
        Someone faster = SITE.someone(Set.of(Role.CLERK));
        try (Tab tab = visitor.as(clerk()).open()) {
            refuse(visitor, tab, waiting);
            tab.press(visitor.say("desk.confirm")).page().locator("h1#verdict").waitFor();
            decide(faster, waiting);
            tab.press(visitor.say("desk.confirm.button.REFUSE"));
            tab.page().locator("section.errors").waitFor();
            looked(visitor, tab, "desk-race");
            String told = visitor.say("desk.race", faster.name(), "(\\d\\d:\\d\\d)");
            assertTrue(tab.text().matches("(?s).*" + told + ".*"), tab.text());
            assertTrue(tab.text().contains(REASON), "what he typed");
            assertTrue(!visitor.scripts() || tab.focused().equals("section.errors"));
        }
        waiting.await(ClaimState.PROVED);
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_session_that_ends_over_a_decision_brings_the_clerk_back_to_what_he_typed(
            Visitor visitor) {
        WaitingCase waiting = WaitingCase.of(SITE);
        Someone clerk = clerk();
        try (Tab tab = visitor.as(clerk).open()) {
            refuse(visitor, tab, waiting);
            endSession(clerk);
            tab.press(visitor.say("desk.confirm"));
            signsInAgain(visitor, tab, clerk);
            tab.page().waitForURL("**" + waiting.path());
            assertTrue(tab.text().contains(visitor.say("desk.late")), tab.text());
            assertEquals(REASON, tab.page().locator("#reason").inputValue());
            assertEquals(1, tab.page().locator("input[value=REFUSE]:checked").count());
            looked(visitor, tab, "desk-back");

            tab.press(visitor.say("desk.confirm")).page().locator("h1#verdict").waitFor();
            endSession(clerk);
            tab.press(visitor.say("desk.confirm.button.REFUSE"));
            signsInAgain(visitor, tab, clerk);
            assertEquals(REASON, tab.page().locator("#reason").inputValue());
            assertEquals(ClaimState.FIRST_REVIEW, waiting.state(), "nothing was decided");
            tab.press(visitor.say("desk.confirm"))
                    .press(visitor.say("desk.confirm.button.REFUSE"))
                    .page()
                    .waitForURL("**said=refused");
        }
        waiting.await(ClaimState.REFUSED);
    }

    private static void signsInAgain(Visitor visitor, Tab tab, Someone clerk) {
        tab.page().waitForURL("**/sign-in?back=*");
        assertFalse(tab.page().url().contains("reason"), "nothing typed stands in an address");
        assertTrue(tab.text().contains(visitor.say("sign-in.expired")), tab.text());
        looked(visitor, tab, "desk-session-over");
        tab.fill(visitor.say("sign-in.login"), clerk.login())
                .fill(visitor.say("sign-in.password"), clerk.password())
                .press(visitor.say("sign-in"));
        tab.page().locator("#decision").waitFor();
    }

    /** As if the clerk had been away for half an hour. */
    private static void endSession(Someone clerk) {
        SITE.gateway()
                .database()
                .changeInTransaction(tx ->
                        tx.execute(
                                "UPDATE session SET seen_at = now() - interval '31 minutes'"
                                        + " WHERE account = ?",
                                clerk.account()));
    }

    private static void refuse(Visitor visitor, Tab tab, WaitingCase waiting) {
        tab.at(waiting.path()).page().locator("input[value=REFUSE]").check();
        tab.fill(visitor.say("desk.reason"), REASON);
    }

    private static void decide(Someone clerk, WaitingCase waiting) {
        SITE.gateway()
                .claims()
                .decisions()
                .decide(
                        new Clerk(clerk.person(), clerk.name()),
                        waiting.number(),
                        Ruling.approve(),
                        Optional.empty());
    }

    private static Someone clerk() {
        return SITE.someone(Set.of(Role.CLERK));
    }

    private static void looked(Visitor visitor, Tab tab, String name) {
        tab.screenshot(name).axe();
        assertTrue(!visitor.scripts() || tab.fits(), name);
    }
}
