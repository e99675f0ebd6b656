package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A hospital's window, for somebody without a phone. */
class WindowIT {
    private static final DemoSite SITE = DemoSite.shared();

    /** Also with JavaScript off, and larger. */
    static List<Visitor> everyWay() {
        List<Visitor> all = new ArrayList<>(Visitor.everyWay());
        all.add(Visitor.on(Screen.PHONE).withoutScripts());
        all.add(Visitor.on(Screen.DESK).withoutScripts());
        all.add(Visitor.on(Screen.PHONE).elderly());
        return all;
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void the_window_files_for_somebody_without_a_phone_and_prints_both_papers(Visitor visitor) {
        Someone patient = SITE.citizen();
        Paper paper = SITE.papers().anchored(SITE.papers().visit(patient));
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.HOSPITAL))).open()) {
            looked(tab.at("/hospital/window"), visitor, "window");
            tab.press(visitor.say("hospital.window.find"));
            tab.page().waitForSelector("section.errors");
            looked(tab, visitor, "window-wrong");
            identify(tab, visitor, patient);
            assertTrue(tab.text().contains(paper.bill().id().number()), tab.text());
            tab.press(visitor.say("submit")).page().waitForSelector("section.errors");
            looked(tab, visitor, "window-none-ticked");
            tab.page().locator("input[name=bill]").first().check();
            tab.page().locator("#evidence").fill("2026-17");
            looked(tab, visitor, "window-bills");
            tab.press(visitor.say("submit"));
            tab.page().waitForURL("**/receipt?said=hospital-filed");
            tab.reloadUntil(visitor.say("hospital.window.sheet"));
            looked(tab, visitor, "window-receipt");
            printed(tab, visitor, "window-receipt");
            tab.press(visitor.say("hospital.window.sheet"));
            tab.page().waitForURL("**/window/claims/*");
            looked(tab, visitor, "window-sheet");
            printed(tab, visitor, "window-sheet");
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void who_has_no_bill_here_is_told_so_and_what_to_do(Visitor visitor) {
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.HOSPITAL))).open()) {
            tab.at("/hospital/window");
            identify(tab, visitor, SITE.citizen());
            assertEquals(visitor.say("hospital.window.none"), tab.heading());
            looked(tab, visitor, "window-none");
        }
    }

    private static void identify(Tab tab, Visitor visitor, Someone patient) {
        tab.page().locator("#number").fill(patient.idNumber());
        tab.page().locator("#name").fill(patient.name());
        tab.press(visitor.say("hospital.window.find"));
        tab.page().waitForURL("**/hospital/window/*");
    }

    /** What paper shows; a printer's button stands where scripts can press it. */
    private static void printed(Tab tab, Visitor visitor, String name) {
        tab.print((visitor.elder() ? "elder-" : "") + name);
        assertEquals(visitor.scripts(), tab.page().locator("[data-print]").isVisible());
    }

    private static void looked(Tab tab, Visitor visitor, String name) {
        tab.screenshot((visitor.elder() ? "elder-" : "") + name).axe();
        assertTrue(!visitor.scripts() || tab.fits(), name);
    }
}
