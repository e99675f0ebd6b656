package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.web.Mask;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;

/** Signing in on the way to something, and out again. */
class SignInIT {
    static List<Visitor> everyWayWithScriptsAndWithout() {
        List<Visitor> all = new ArrayList<>(Visitor.everyWay());
        Visitor.everyWay().forEach(visitor -> all.add(visitor.withoutScripts()));
        return all;
    }

    @ParameterizedTest
    @MethodSource("everyWayWithScriptsAndWithout")
    void whoever_wants_to_claim_signs_in_and_is_back_at_his_bill(Visitor visitor) {
        DemoSite site = DemoSite.shared();
        Someone citizen = site.citizen();
        Paper paper = site.papers().anchored(site.papers().visit(citizen));
        try (Tab tab = visitor.open()) {
            tab.at(paper.path()).press(visitor.say("bill.matches")).screenshot("sign-in").axe();
            assertEquals(visitor.say("sign-in.kept"), tab.heading());
            enter(tab, visitor, citizen, "not his password");
            assertTrue(tab.page().title().startsWith(visitor.say("error.title").strip()));
            assertEquals("section.errors", tab.focused());
            tab.screenshot("sign-in-wrong").axe();
            enter(tab, visitor, citizen, citizen.password());
            assertTrue(tab.page().url().endsWith(paper.path()), tab.page().url());
            String top = tab.page().locator("header").innerText();
            assertTrue(top.contains(Mask.name(citizen.name())), top);
            assertFalse(top.contains(citizen.name()), "whoever looks over a shoulder");
            tab.screenshot("bill-owner").axe();
            tab.press(visitor.say("sign-out"));
            assertTrue(tab.text().contains(visitor.say("said.signed-out")));
        }
    }

    private static void enter(Tab tab, Visitor visitor, Someone who, String password) {
        tab.fill(visitor.say("sign-in.login"), who.login())
                .fill(visitor.say("sign-in.password"), password)
                .press(visitor.say("sign-in"));
    }
}
