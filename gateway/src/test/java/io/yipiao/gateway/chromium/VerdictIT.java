package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.verifier.verdict.Language;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What everybody reads of a bill: all fifteen verdicts. */
class VerdictIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final Verdicts VERDICTS = Verdicts.shared();
    private static final Set<VerdictKind> UNTRUSTED =
            Set.of(VerdictKind.ALTERED, VerdictKind.UNKNOWN, VerdictKind.REVOKED);

    static List<Visitor> everyWay() {
        return Visitor.everyWay();
    }

    static List<Visitor> everyWayLargerAndPlain() {
        Visitor phone = Visitor.on(Screen.PHONE);
        Visitor desk = Visitor.on(Screen.DESK).reading(Language.ENGLISH);
        return List.of(
                phone,
                phone.reading(Language.ENGLISH),
                desk,
                desk.reading(Language.CHINESE),
                phone.elderly(),
                phone.withoutScripts(),
                desk.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("everyWayLargerAndPlain")
    void a_stranger_reads_each_verdict_as_the_heading_and_nothing_of_its_shares(Visitor visitor) {
        try (Tab tab = visitor.open()) {
            for (VerdictKind kind : VerdictKind.values()) {
                VERDICTS.open(tab, visitor, kind);
                looked(tab, visitor, kind, "");
                assertFalse(tab.text().contains(visitor.say("shares.left")), kind.name());
            }
        }
    }

    /** The others' owners see no more than a stranger, which the tests without a browser prove. */
    @ParameterizedTest
    @EnumSource(
            value = VerdictKind.class,
            names = {"OPEN", "HELD", "PARTLY", "FULL", "REVERSED", "CONFLICT", "PART_REVERSED"})
    void its_owner_sees_what_is_left_of_each_bill(VerdictKind kind) {
        for (Visitor visitor : phoneAndDesk()) {
            try (Tab tab = visitor.as(VERDICTS.patient(kind)).open()) {
                VERDICTS.open(tab, visitor, kind);
                looked(tab, visitor, kind, "-owner");
                assertTrue(tab.text().contains(visitor.say("shares.left")));
            }
        }
    }

    static List<Role> staff() {
        return List.of(Role.CLERK, Role.PAYER);
    }

    @ParameterizedTest
    @MethodSource("staff")
    void staff_and_payers_see_whose_it_is_and_what_is_not_proved(Role role) {
        Someone who = SITE.someone(Set.of(role));
        for (Visitor visitor : phoneAndDesk()) {
            try (Tab tab = visitor.as(who).open()) {
                for (VerdictKind kind : VerdictKind.values()) {
                    if (!VERDICTS.stored(kind) && !UNTRUSTED.contains(kind)) {
                        continue;
                    }
                    VERDICTS.open(tab, visitor, kind);
                    looked(tab, visitor, kind, "-" + role.name().toLowerCase(Locale.ROOT));
                    String text = tab.text();
                    boolean stored = VERDICTS.stored(kind);
                    assertEquals(stored, text.contains(visitor.say("shares.left")), kind.name());
                    assertEquals(stored, text.contains(visitor.say("desk.place")), kind.name());
                    assertEquals(
                            UNTRUSTED.contains(kind),
                            text.contains(visitor.say("desk.untrusted")),
                            kind.name());
                    assertEquals(
                            stored && role == Role.CLERK,
                            text.contains(visitor.say("bill.desk")),
                            kind.name());
                }
            }
        }
    }

    /** Both screens and both languages. */
    private static List<Visitor> phoneAndDesk() {
        return List.of(Visitor.on(Screen.PHONE), Visitor.on(Screen.DESK).reading(Language.ENGLISH));
    }

    private static void looked(Tab tab, Visitor visitor, VerdictKind kind, String who) {
        String name = "verdict-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + who;
        tab.screenshot(visitor.elder() ? name + "-elder" : name);
        if (visitor.screen() == Screen.PHONE) {
            tab.axe();
        }
        assertEquals(kind.sentence().in(visitor.language()), tab.heading());
        assertTrue(tab.page().title().startsWith(tab.heading()), kind.name());
        assertTrue(tab.fits(), kind.name());
        assertTrue(tab.page().locator(".button.primary, button.primary").count() <= 1, kind.name());
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void whose_paper_says_otherwise_ticks_where_and_learns_whom_to_call(Visitor visitor) {
        for (Visitor one : List.of(visitor, visitor.withoutScripts())) {
            try (Tab tab = one.open()) {
                tab.at(VERDICTS.path(VerdictKind.OPEN));
                tab.press(visitor.say("bill.something-differs")).screenshot("differs").axe();
                tab.page().locator("input[name=differs]").nth(5).check();
                tab.press(visitor.say("submit")).screenshot("differs-sent").axe();
                assertEquals(visitor.say("differs.sent"), tab.heading());
                assertTrue(tab.text().contains("12393"));
                assertFalse(tab.text().contains("林试"), "nobody is named");
            }
        }
    }
}
