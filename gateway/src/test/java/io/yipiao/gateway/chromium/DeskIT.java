package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.web.Wording;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The clerk's and the auditor's pages, by keys alone. */
class DeskIT {
    private static final DemoSite SITE = DemoSite.shared();

    static List<Visitor> everyWay() {
        return Visitor.everyWay();
    }

    /** Also with JavaScript off. */
    static List<Visitor> atTheDesk() {
        return Visitor.everyWay().stream()
                .filter(visitor -> visitor.screen() == Screen.DESK)
                .flatMap(visitor -> Stream.of(visitor, visitor.withoutScripts()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("atTheDesk")
    void a_bill_is_scanned_taken_in_and_stamped_without_the_mouse(Visitor visitor) {
        Paper paper = SITE.papers().anchored(SITE.papers().stay(SITE.citizen()));
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.CLERK))).open()) {
            looked(visitor, tab.at("/desk"), "desk");
            assertTrue(!visitor.scripts() || tab.focused().equals("input#scan"));
            type(tab, paper.path());
            tab.page().waitForURL("**/desk/bills/*");
            looked(visitor, tab, "desk-bill");
            assertTrue(!visitor.scripts() || tab.focused().equals("input#scan"));
            accessKey(tab, 'n');
            tab.page().waitForURL("**/desk/claims/*");
            looked(visitor, tab, "desk-case");
            assertTrue(tab.text().contains("¥1,830.70"), tab.text());
            accessKey(tab, 'r');
            accessKey(tab, 'c');
            tab.page().waitForURL("**/confirm");
            assertTrue(tab.text().contains(say(visitor, "desk.reason.none")), tab.text());
            looked(visitor, tab, "desk-case-wrong");
            accessKey(tab, 'a');
            accessKey(tab, 'c');
            tab.page().locator("h1#verdict").waitFor();
            looked(visitor, tab, "desk-confirm");
            accessKey(tab, 'c');
            tab.page().waitForURL("**said=stamped");
            assertTrue(tab.text().contains(say(visitor, "said.stamped")), tab.text());
            tab.at("/desk");
            type(tab, "no such bill");
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

    private static void type(Tab tab, String text) {
        tab.page().keyboard().insertText(text);
        tab.page().keyboard().press("Enter");
    }

    /**
     * Presses a key with Alt as a keyboard does. Playwright's own press leaves out the text, by
     * which Chromium finds an access key.
     */
    private static void accessKey(Tab tab, char key) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "keyDown");
        event.addProperty("modifiers", 1);
        event.addProperty("key", String.valueOf(key));
        event.addProperty("text", String.valueOf(key));
        event.addProperty("unmodifiedText", String.valueOf(key));
        event.addProperty("windowsVirtualKeyCode", (int) Character.toUpperCase(key));
        tab.page().context().newCDPSession(tab.page()).send("Input.dispatchKeyEvent", event);
    }

    private static void looked(Visitor visitor, Tab tab, String name) {
        tab.screenshot(name);
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
