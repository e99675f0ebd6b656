package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** The first page, and what all pages have: languages, larger print, keyboard, small screens. */
class FrontIT {
    static List<Visitor> everyWay() {
        return Visitor.everyWay();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void the_first_page_leads_to_the_scanner(Visitor visitor) {
        try (Tab tab = visitor.open()) {
            tab.at("/").screenshot("home").axe();
            assertTrue(tab.fits());
            tab.press(visitor.say("home.scan"));
            assertEquals(visitor.say("scan.title"), tab.heading());
        }
        try (Tab tab = visitor.elderly().open()) {
            tab.at("/").screenshot("home-elder").axe();
            assertTrue(tab.fits());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void language_and_larger_print_stay_chosen_where_one_was(boolean scripts) {
        Visitor visitor = Visitor.on(Screen.PHONE);
        try (Tab tab = scripts ? visitor.open() : visitor.withoutScripts().open()) {
            tab.at("/check").press(visitor.say("view.elder")).press("English");
            assertEquals("Check by typing", tab.heading());
            assertEquals("en", tab.page().locator("html").getAttribute("lang"));
            assertTrue(tab.page().locator("html.elder").isVisible());
            tab.at("/scan").press("Standard");
            assertTrue(tab.page().locator("html.usual").isVisible());
        }
    }

    @Test
    void the_keyboard_goes_to_the_content_first_and_reaches_everything() {
        Visitor visitor = Visitor.on(Screen.DESK);
        try (Tab tab = visitor.open()) {
            tab.at("/").key("Tab", 1);
            assertEquals("a.skip", tab.focused());
            tab.screenshot("home-skip").key("Enter", 1).key("Tab", 1);
            assertEquals("a.button.primary", tab.focused());
            tab.key("Enter", 1);
            tab.page().waitForURL("**/scan");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/scan", "/check", "/sign-in", "/style", "/nowhere"})
    void nothing_stands_out_sideways_on_small_screens_or_at_four_times_the_size(String path) {
        Visitor visitor = Visitor.on(Screen.PHONE);
        for (Visitor one : List.of(visitor, visitor.elderly())) {
            try (Tab tab = one.open()) {
                tab.open(path);
                assertTrue(tab.fits(), path + " at 360");
                // 1280 pixels enlarged four times are 320 (WCAG 2.2, 1.4.10).
                tab.page().setViewportSize(320, 256);
                assertTrue(tab.fits(), path + " at 320");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void the_style_guide_shows_every_component(Visitor visitor) {
        try (Tab tab = visitor.open()) {
            tab.at("/style").screenshot("style").axe();
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void the_larger_pages_and_their_faults_have_nothing_that_axe_finds(Visitor visitor) {
        try (Tab tab = visitor.elderly().open()) {
            for (String path : List.of("/scan", "/check", "/sign-in", "/style")) {
                looked(tab.at(path), path.substring(1) + "-elder");
            }
            tab.at("/check").press(visitor.say("check.go"));
            looked(tab, "check-errors-elder");
            tab.open("/nowhere");
            looked(tab, "nowhere-elder");
        }
        try (Tab tab = visitor.open()) {
            assertEquals(404, tab.open("/nowhere").status());
            looked(tab, "nowhere");
        }
    }

    private static void looked(Tab tab, String name) {
        tab.screenshot(name).axe();
        assertTrue(tab.fits(), name);
    }
}
