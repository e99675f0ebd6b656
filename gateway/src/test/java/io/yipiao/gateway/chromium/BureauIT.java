package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page.LocatorOptions;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Facts;
import io.yipiao.gateway.alarm.Subject;
import io.yipiao.gateway.control.ControlMonitor;
import io.yipiao.gateway.control.ControlTotal;
import io.yipiao.gateway.control.ControlTotals;
import io.yipiao.gateway.control.IssueDay;
import io.yipiao.gateway.control.NumberRange;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.watch.Freeze;
import io.yipiao.gateway.watch.Freezes;
import io.yipiao.gateway.watch.Official;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.verdict.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the bureau watches: alarms, hospitals' missing bills, the ledger and its payments. */
class BureauIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final Database DATABASE = SITE.gateway().database();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Alarms ALARMS = new Alarms(DATABASE, CLOCK);
    private static final Freezes FREEZES = new Freezes(DATABASE, CLOCK);
    private static final ControlTotals TOTALS =
            new ControlTotals(DATABASE, CLOCK, new ControlMonitor(DATABASE, ALARMS, CLOCK));

    /** Each screen, language, size of print, and a browser without scripts, in few visits. */
    static List<Visitor> fewWays() {
        return List.of(
                Visitor.on(Screen.PHONE),
                Visitor.on(Screen.PHONE).reading(Language.ENGLISH).elderly(),
                Visitor.on(Screen.DESK).reading(Language.ENGLISH),
                Visitor.on(Screen.DESK).withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("fewWays")
    void an_alarm_is_found_taken_in_hand_and_closed_with_a_reason(Visitor visitor) {
        String peer = fork();
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.ADMIN))).open()) {
            looked(tab.at("/bureau"), visitor, "bureau");
            tab.press(visitor.say("bureau.alarms")).page().waitForURL("**/bureau/alarms");
            looked(tab, visitor, "alarms");
            tab.page().selectOption("#state", AlarmState.CLOSED.name());
            tab.page().selectOption("#kind", AlarmKind.OFF_SERIES.name());
            tab.press(visitor.say("alarm.filter")).page().waitForURL("**kind=OFF_SERIES");
            assertTrue(tab.text().contains(visitor.say("alarm.empty")), tab.text());
            looked(tab, visitor, "alarms-none");

            tab.at("/bureau/alarms?state=NEW&kind=LEDGER_FORK");
            tab.page().locator("tr", has(peer)).locator("a").click();
            tab.page().waitForURL("**/bureau/alarms/*");
            assertEquals(visitor.say("alarm.kind.LEDGER_FORK"), tab.heading());
            tab.press(visitor.say("alarm.close")).page().locator("section.errors").waitFor();
            String wrong = visitor.say("alarm.reason.wrong", 500);
            assertTrue(tab.text().contains(wrong), tab.text());
            looked(tab, visitor, "alarm-no-reason");

            tab.press(visitor.say("alarm.take"));
            tab.page().locator(".tag.wait").waitFor();
            looked(tab, visitor, "alarm-in-hand");
            tab.fill(visitor.say("alarm.reason"), "三方已核对，节点已修复").press(visitor.say("alarm.close"));
            tab.page().locator(".tag.mute").waitFor();
            assertEquals(0, tab.page().locator("#reason").count(), "it cannot be closed again");
            looked(tab, visitor, "alarm-closed");
        }
    }

    @Test
    void the_keyboard_alone_takes_an_alarm_in_hand_and_closes_it() {
        Visitor visitor = Visitor.on(Screen.DESK);
        String peer = fork();
        UUID id =
                ALARMS.list(AlarmFilter.all()).stream()
                        .filter(alarm -> alarm.subject().id().equals(peer))
                        .findFirst()
                        .orElseThrow()
                        .id();
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.ADMIN))).open()) {
            tab.at("/bureau").key("Tab", 1);
            assertEquals("a.skip", tab.focused());
            tab.key("Enter", 1).key("Tab", 1).key("Enter", 1);
            tab.page().waitForURL("**/bureau/alarms");

            // The first is the way to the ledger's page, the second takes the alarm in hand.
            tab.at("/bureau/alarms/" + id).key("Tab", 1).key("Enter", 1).key("Tab", 2);
            tab.key("Enter", 1).page().locator(".tag.wait").waitFor();
            tab.page().focus("#reason");
            tab.key("Tab", 1).key("Enter", 1).page().locator("section.errors:focus").waitFor();
            tab.key("Tab", 1).key("Enter", 1);
            assertEquals("textarea#reason", tab.focused());
            tab.type("已核对").key("Tab", 1).key("Enter", 1);
            tab.page().locator(".tag.mute").waitFor();
            assertEquals(AlarmState.CLOSED, ALARMS.find(id).orElseThrow().state());
        }
    }

    @ParameterizedTest
    @MethodSource("fewWays")
    void numbers_that_finance_knows_and_nobody_sent_are_named(Visitor visitor) {
        IssueDay day =
                new IssueDay(
                        SITE.hospitalInCustody(),
                        LocalDate.of(2026, 9, 30),
                        BillId.Kind.FISCAL,
                        "99060226");
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.ADMIN))).open()) {
            tab.at("/bureau/hospitals");
            assertTrue(tab.text().contains(visitor.say("bureau.missing.none")), tab.text());
            looked(tab, visitor, "bureau-hospitals-none");

            state(day, 3, 1_234_567_00, List.of(new NumberRange("8800000011", "8800000013")));
            tab.page().reload();
            assertEquals(visitor.say("bureau.hospitals.open", 1), tab.heading());
            assertTrue(tab.text().contains("8800000011-8800000013"), tab.text());
            looked(tab, visitor, "bureau-hospitals");
        } finally {
            state(day, 0, 0, List.of());
        }
    }

    @ParameterizedTest
    @MethodSource("fewWays")
    void payments_are_frozen_by_one_and_lifted_by_another(Visitor visitor) {
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.ADMIN))).open();
                Tab other = visitor.as(SITE.someone(Set.of(Role.SUPERVISOR))).open()) {
            tab.at("/bureau/ledger");
            tab.reloadUntil(visitor.say("bureau.peers-agree"));
            looked(tab, visitor, "bureau-ledger");
            tab.press(visitor.say("bureau.freeze")).page().locator("section.errors").waitFor();
            assertFalse(FREEZES.isFrozen());
            looked(tab, visitor, "bureau-ledger-no-reason");

            tab.fill(visitor.say("bureau.reason"), "两方节点的区块不同，先停付款");
            tab.press(visitor.say("bureau.freeze")).page().locator(".verdict.stop").waitFor();
            assertEquals(visitor.say("bureau.frozen"), tab.heading());
            looked(tab, visitor, "bureau-frozen");
            tab.fill(visitor.say("bureau.reason"), "三方已核对，区块一致");
            tab.press(visitor.say("bureau.lift.ask"));
            tab.page().locator("button[value=confirm]").click();
            tab.page().locator(".notice.stop").waitFor();
            String alone = visitor.say("bureau.lifting.SAME_PERSON");
            assertTrue(tab.text().contains(alone), tab.text());
            looked(tab, visitor, "bureau-lift-asked");

            other.at("/bureau/ledger").press(visitor.say("bureau.lift.confirm"));
            other.page().locator(".verdict.good").waitFor();
            assertFalse(FREEZES.isFrozen());
            looked(other, visitor, "bureau-lifted");
        } finally {
            thaw();
        }
    }

    /** Raises an alarm of the longest facts, about a peer that no other alarm has. */
    private static String fork() {
        String peer = "peer0." + UUID.randomUUID() + ".example.invalid";
        ALARMS.raise(
                AlarmKind.LEDGER_FORK,
                Subject.ledger(peer),
                Facts.of(Fact.HEIGHT, 1_204)
                        .and(Fact.PEER, peer)
                        .and(Fact.OTHER_PEER, "peer0.finance.example.invalid:7051")
                        .and(Fact.HASH, "9f86d081884c7d65".repeat(4))
                        .and(Fact.OTHER_HASH, "60303ae22b998861".repeat(4)));
        return peer;
    }

    private static void state(IssueDay day, long bills, long fen, List<NumberRange> numbers) {
        TOTALS.state(List.of(new ControlTotal(day, bills, new Fen(fen), numbers)), "财政厅");
    }

    /** Lifts what a failed test left, as the other tests' payments would wait for ever. */
    private static void thaw() {
        FREEZES.current()
                .ifPresent(freeze -> {
                    freeze.asked()
                            .ifPresent(lift -> FREEZES.refuse(freeze.id(), lift.n(), official()));
                    FREEZES.askLift(freeze.id(), official(), "测试结束");
                    int n = FREEZES.current().flatMap(Freeze::asked).orElseThrow().n();
                    FREEZES.confirm(freeze.id(), n, official());
                });
    }

    private static Official official() {
        UUID id = UUID.randomUUID();
        return new Official(id, "测试" + id);
    }

    private static LocatorOptions has(String text) {
        return new LocatorOptions().setHasText(text);
    }

    private static void looked(Tab tab, Visitor visitor, String name) {
        tab.screenshot((visitor.elder() ? "elder-" : "") + name).axe();
        assertTrue(!visitor.scripts() || tab.fits(), name);
        int primary = tab.page().locator("main .primary, main button:not([class])").count();
        assertTrue(primary <= 1, () -> name + " has " + primary + " primary buttons");
    }
}
