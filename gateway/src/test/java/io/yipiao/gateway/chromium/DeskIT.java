package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.web.Wording;

import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The clerk's and the auditor's pages, by keys alone. */
class DeskIT {
    private static final DemoSite SITE = DemoSite.shared();

    /** Also larger. */
    static List<Visitor> everyWay() {
        return Stream.concat(
                        Visitor.everyWay().stream(), Stream.of(Visitor.on(Screen.PHONE).elderly()))
                .toList();
    }

    /** Also with JavaScript off. */
    static List<Visitor> withAndWithoutScripts() {
        return everyWay().stream()
                .flatMap(visitor -> Stream.of(visitor, visitor.withoutScripts()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void a_bill_is_taken_in_by_one_clerk_and_stamped_by_another_without_the_mouse(
            Visitor visitor, TestReporter reporter) {
        Paper paper = SITE.papers().anchored(SITE.papers().stay(SITE.citizen()));
        String claim;
        try (Tab tab = visitor.as(clerk()).open()) {
            looked(visitor, tab.at("/desk").ready(), "desk");
            assertTrue(!visitor.scripts() || tab.focused().equals("input#scan"));
            long begun = System.nanoTime();
            tab.scan(paper.path());
            tab.page().waitForURL("**/desk/bills/*");
            long millis = (System.nanoTime() - begun) / 1_000_000;
            // Evidence only: how fast it is depends on what else the machine does.
            reporter.publishEntry(visitor.tag() + " scan to verdict", millis + " ms");
            looked(visitor, tab.ready(), "desk-bill");
            assertTrue(!visitor.scripts() || tab.focused().equals("input#scan"));
            tab.alt('n').page().waitForURL("**said=accepted");
            looked(visitor, tab, "desk-taken-in");
            assertTrue(tab.text().contains(visitor.say("desk.taken-in")), tab.text());
            claim = tab.page().url().replaceAll(".*/|\\?.*", "");
        }
        try (Tab tab = visitor.as(clerk()).open()) {
            tab.at("/desk").scan(claim);
            tab.page().waitForURL("**/desk/claims/*");
            looked(visitor, tab, "desk-case");
            assertTrue(tab.text().contains("¥1,830.70"), tab.text());
            tab.ready().alt('r').alt('c').page().waitForURL("**/confirm");
            assertTrue(tab.text().contains(say(visitor, "desk.reason.none")), tab.text());
            looked(visitor, tab, "desk-case-wrong");
            tab.ready().alt('a').alt('c').page().locator("h1#verdict").waitFor();
            looked(visitor, tab, "desk-confirm");
            tab.ready().alt('c').page().waitForURL("**said=stamped");
            assertTrue(tab.text().contains(say(visitor, "said.stamped")), tab.text());
            tab.at("/desk");
            tab.scan("no such bill").page().waitForSelector("section.errors");
            assertTrue(tab.text().contains(say(visitor, "desk.scan.none")), tab.text());
            looked(visitor, tab, "desk-wrong");
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void the_desk_and_the_audit_fit_every_screen(Visitor visitor) {
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.CLERK))).open()) {
            looked(visitor, tab.at("/desk"), "desk-queue");
        }
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.AUDITOR))).open()) {
            looked(visitor, tab.at("/audit"), "audit");
        }
    }

    private static Someone clerk() {
        return SITE.someone(Set.of(Role.CLERK));
    }

    private static void looked(Visitor visitor, Tab tab, String name) {
        tab.screenshot((visitor.elder() ? "elder-" : "") + name);
        // axe and measuring are scripts themselves.
        if (visitor.scripts()) {
            tab.axe();
            assertTrue(tab.fits(), name);
        }
    }

    private static String say(Visitor visitor, String key) {
        return Wording.in(visitor.language()).say(key);
    }
}
