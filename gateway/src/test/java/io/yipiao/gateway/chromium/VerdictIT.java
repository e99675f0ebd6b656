package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a stranger reads of a bill, for every verdict that a healthy gateway gives of a code. */
class VerdictIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final Map<VerdictKind, String> PATHS = paths();

    private static Map<VerdictKind, String> paths() {
        Papers papers = SITE.papers();
        Someone citizen = SITE.citizen();
        Paper open = papers.anchored(papers.stay(citizen));
        Map<VerdictKind, String> paths = new EnumMap<>(VerdictKind.class);
        paths.put(VerdictKind.OPEN, open.path());
        paths.put(VerdictKind.UNREAD, open.path().replaceFirst(".$", ""));
        paths.put(VerdictKind.ALTERED, open.dearer());
        paths.put(VerdictKind.UNREGISTERED, papers.printedOnly(papers.visit(citizen)));
        paths.put(VerdictKind.HELD, fiscal("0000000005"));
        paths.put(VerdictKind.PARTLY, fiscal("0000000010"));
        paths.put(VerdictKind.FULL, fiscal("0000100001"));
        paths.put(VerdictKind.REVERSED, fiscal("0000000014"));
        paths.put(VerdictKind.CONFLICT, fiscal("0000000016"));
        paths.put(VerdictKind.PART_REVERSED, fiscal("0000060017"));
        paths.put(VerdictKind.EXCHANGED, SITE.path(BillId.Kind.PAPER, "0000160006"));
        return paths;
    }

    private static String fiscal(String number) {
        return SITE.path(BillId.Kind.FISCAL, number);
    }

    @ParameterizedTest
    @EnumSource(
            value = VerdictKind.class,
            names = {"UNKNOWN", "REVOKED", "NO_LEDGER", "ELSEWHERE"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_verdict_is_the_heading_on_every_screen_in_both_languages(VerdictKind kind) {
        String path = PATHS.getOrDefault(kind, "");
        String name = "verdict-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (Visitor visitor : Visitor.everyWay()) {
            try (Tab tab = visitor.open()) {
                tab.at(path).screenshot(name);
                if (visitor.screen() == Screen.PHONE) {
                    tab.axe();
                }
                assertEquals(kind.sentence().in(visitor.language()), tab.heading());
                assertTrue(tab.page().title().startsWith(tab.heading()));
                assertTrue(tab.fits());
            }
        }
        try (Tab tab = Visitor.on(Screen.PHONE).elderly().withoutScripts().open()) {
            tab.at(path).screenshot(name + "-elder");
            assertEquals(kind.sentence().chinese(), tab.heading());
            assertTrue(tab.fits());
        }
    }

    static List<Visitor> everyWay() {
        return Visitor.everyWay();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void whose_paper_says_otherwise_ticks_where_and_learns_whom_to_call(Visitor visitor) {
        for (Visitor one : List.of(visitor, visitor.withoutScripts())) {
            try (Tab tab = one.open()) {
                tab.at(PATHS.getOrDefault(VerdictKind.OPEN, ""));
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
