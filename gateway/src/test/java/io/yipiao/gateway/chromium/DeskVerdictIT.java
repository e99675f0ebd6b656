package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a clerk is told of a bill that he cannot take in. */
class DeskVerdictIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final Map<VerdictKind, String> PATHS = paths();

    /** Words that stand on the clerk's page of a verdict and on no stranger's. */
    private static final Map<VerdictKind, List<String>> TOLD =
            Map.of(
                    VerdictKind.ALTERED, List.of("desk.untrusted"),
                    VerdictKind.CONFLICT, List.of("desk.conflict"),
                    VerdictKind.REVERSED, List.of("desk.person", "desk.place"),
                    VerdictKind.FULL, List.of("payer.BASIC", "payer.COMMERCIAL"),
                    VerdictKind.HELD, List.of("payer.BASIC", "desk.open"),
                    VerdictKind.UNREGISTERED, List.of("desk.compare"));

    private static Map<VerdictKind, String> paths() {
        Papers papers = SITE.papers();
        Someone citizen = SITE.citizen();
        Map<VerdictKind, String> paths = new EnumMap<>(VerdictKind.class);
        paths.put(VerdictKind.ALTERED, papers.anchored(papers.stay(citizen)).dearer());
        paths.put(VerdictKind.UNREGISTERED, papers.printedOnly(papers.visit(citizen)));
        paths.put(VerdictKind.HELD, WaitingCase.of(SITE).paper().path());
        paths.put(VerdictKind.FULL, fiscal("0000100001"));
        paths.put(VerdictKind.REVERSED, fiscal("0000000014"));
        paths.put(VerdictKind.CONFLICT, fiscal("0000000016"));
        return paths;
    }

    private static String fiscal(String number) {
        return SITE.path(BillId.Kind.FISCAL, number);
    }

    @ParameterizedTest
    @EnumSource(
            value = VerdictKind.class,
            names = {"ALTERED", "CONFLICT", "REVERSED", "FULL", "HELD", "UNREGISTERED"})
    void the_clerk_reads_why_a_bill_cannot_be_taken_in(VerdictKind kind) {
        Someone clerk = SITE.someone(Set.of(Role.CLERK));
        List<Visitor> visitors = new ArrayList<>(Visitor.everyWay());
        visitors.add(Visitor.on(Screen.PHONE).elderly());
        visitors.add(Visitor.on(Screen.DESK).withoutScripts());
        for (Visitor visitor : visitors) {
            try (Tab tab = visitor.as(clerk).open()) {
                tab.at("/desk").scan(PATHS.getOrDefault(kind, ""));
                tab.page().locator("h1#verdict").waitFor();
                tab.screenshot(
                        (visitor.elder() ? "elder-" : "")
                                + "desk-verdict-"
                                + kind.name().toLowerCase(Locale.ROOT));
                assertEquals(kind.sentence().in(visitor.language()), tab.heading());
                for (String key : TOLD.getOrDefault(kind, List.of())) {
                    assertTrue(tab.text().contains(visitor.say(key)), key);
                }
                if (kind == VerdictKind.HELD) {
                    String at = visitor.say("desk.at", visitor.say("payer.BASIC"));
                    assertTrue(tab.text().contains(at), at);
                }
                assertEquals(0, tab.page().locator("button[accesskey=n]").count());
                boolean escalates = kind == VerdictKind.ALTERED || kind == VerdictKind.CONFLICT;
                assertEquals(
                        escalates && visitor.scripts(),
                        tab.page().locator("button[accesskey=u]").isVisible(),
                        "it is printed for a supervisor");
                assertFalse(tab.page().locator("#actions + p").innerText().isBlank(), "what to do");
                assertEquals(
                        kind == VerdictKind.HELD || kind == VerdictKind.FULL,
                        tab.text().contains(visitor.say("desk.shares.left")));
                assertTrue(!visitor.scripts() || tab.axe().fits(), kind.name());
            }
        }
    }
}
