package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.Verdict;
import io.yipiao.verifier.verdict.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The desk's keys, each pressed. */
class DeskKeysIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final Visitor DESK = Visitor.on(Screen.DESK);
    private static final Map<Verdict, Character> KEYS =
            Map.of(
                    Verdict.APPROVE, 'a',
                    Verdict.PART, 'p',
                    Verdict.ASK, 'b',
                    Verdict.REFUSE, 'r',
                    Verdict.ESCALATE, 'u');
    private static final Map<Verdict, ClaimState> ENDS =
            Map.of(
                    Verdict.APPROVE, ClaimState.PROVED,
                    Verdict.PART, ClaimState.PROVED,
                    Verdict.ASK, ClaimState.SUPPLEMENT,
                    Verdict.REFUSE, ClaimState.REFUSED,
                    Verdict.ESCALATE, ClaimState.SECOND_REVIEW);

    /** In both languages, and once more with JavaScript off. */
    static Stream<Arguments> decisions() {
        List<Visitor> visitors =
                List.of(DESK, DESK.reading(Language.ENGLISH), DESK.withoutScripts());
        return Arrays.stream(Verdict.values())
                .flatMap(one -> visitors.stream().map(who -> Arguments.of(one, who)));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void each_decision_is_made_to_its_end_by_keys_alone(Verdict decision, Visitor visitor) {
        WaitingCase waiting = WaitingCase.of(SITE);
        try (Tab tab = visitor.as(clerk()).open()) {
            tab.at("/desk").scan(waiting.number().text());
            tab.page().waitForURL("**" + waiting.path());
            tab.ready();
            if (decision == Verdict.PART) {
                tab.alt('l').key("Tab", 1).key("Space", 1);
            }
            tab.alt(KEYS.getOrDefault(decision, ' '));
            if (decision != Verdict.APPROVE) {
                tab.key("Tab", 1).type("二级护理收了两次");
            }
            tab.alt('c').page().waitForURL("**/confirm");
            assertEquals(ClaimState.FIRST_REVIEW, waiting.state(), "nothing is done yet");
            tab.screenshot("desk-confirm-" + decision.name().toLowerCase(java.util.Locale.ROOT));
            tab.axe();
            tab.ready().alt('c').page().waitForURL("**said=*");
        }
        waiting.await(ENDS.getOrDefault(decision, ClaimState.RECEIVED));
    }

    @Test
    void enter_in_the_decision_reaches_only_its_confirmation() {
        WaitingCase waiting = WaitingCase.of(SITE);
        try (Tab tab = DESK.as(clerk()).open()) {
            tab.at(waiting.path()).ready().alt('a').key("Enter", 1);
            tab.page().waitForURL("**/confirm");
            tab.ready();
            assertEquals("input#scan", tab.focused(), "a second Enter stamps nothing");
            tab.key("Enter", 1).page().waitForURL("**/desk");
        }
        assertEquals(ClaimState.FIRST_REVIEW, waiting.state());
    }

    @Test
    void the_keys_go_to_the_scan_box_the_case_its_findings_its_lines_and_the_next_case() {
        Someone owner = SITE.citizen();
        WaitingCase first = WaitingCase.of(SITE, owner, SITE.papers().oddStay(owner));
        WaitingCase.of(SITE);
        try (Tab tab = DESK.as(clerk()).open()) {
            tab.at("/desk").scan(first.paper().path());
            tab.page().waitForURL("**/desk/bills/*");
            tab.ready().alt('o').page().waitForURL("**" + first.path());
            tab.ready().alt('j');
            assertEquals("section#findings", tab.focused());
            tab.key("Tab", 1).key("Enter", 1);
            assertTrue(tab.page().url().endsWith("#line-1"), tab.page().url());
            tab.alt('l');
            assertEquals("div#lines", tab.focused());
            tab.alt('s');
            assertEquals("input#scan", tab.focused());
            tab.alt('g').page().waitForURL(url -> !url.contains(first.path()));
            assertTrue(tab.page().url().contains("/desk/claims/"), tab.page().url());
            tab.at("/desk").ready().alt('g').page().waitForURL("**/desk/claims/*");
        }
    }

    @Test
    void letters_without_alt_decide_nothing_as_scanners_type_them() {
        WaitingCase waiting = WaitingCase.of(SITE);
        try (Tab tab = DESK.as(clerk()).open()) {
            tab.at(waiting.path()).ready().page().locator("h1").click();
            for (char key : "songjlapbruc".toCharArray()) {
                tab.key(String.valueOf(key), 1).key("Shift+" + Character.toUpperCase(key), 1);
            }
            assertTrue(tab.page().url().endsWith(waiting.path()), tab.page().url());
            assertEquals(0, tab.page().locator("input:checked").count());
            assertEquals("", tab.page().locator("#scan").inputValue());
        }
    }

    @Test
    void switched_off_they_do_nothing_until_they_are_switched_on() {
        WaitingCase waiting = WaitingCase.of(SITE);
        try (Tab tab = DESK.as(clerk()).open()) {
            tab.at("/me").press(DESK.say("me.shortcuts.turn-off"));
            tab.page().getByText(DESK.say("me.shortcuts.off")).waitFor();
            tab.at(waiting.path()).ready().screenshot("desk-case-no-keys");
            assertEquals(0, tab.page().locator("[accesskey], kbd").count());
            tab.page().locator("h1").click();
            for (char key : "gjlapbrucs".toCharArray()) {
                tab.alt(key);
            }
            assertTrue(tab.page().url().endsWith(waiting.path()), tab.page().url());
            assertEquals(0, tab.page().locator("input:checked").count());
            assertNotEquals("input#scan", tab.focused());
            tab.at("/me").press(DESK.say("me.shortcuts.turn-on"));
            tab.page().getByText(DESK.say("me.shortcuts.on")).waitFor();
            tab.at(waiting.path()).ready().alt('a');
            assertEquals(1, tab.page().locator("input[value=APPROVE]:checked").count());
        }
    }

    private static Someone clerk() {
        return SITE.someone(Set.of(Role.CLERK));
    }
}
