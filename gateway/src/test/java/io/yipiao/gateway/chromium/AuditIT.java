package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.reconcile.Difference;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ledger against database, with a fen that somebody changed by hand. */
class AuditIT {
    private static final DemoSite SITE = DemoSite.shared();

    @Test
    void a_fen_that_was_changed_is_found_and_stands_in_the_export() throws IOException {
        WaitingCase waiting = WaitingCase.of(SITE);
        String number = waiting.number().text();
        List<Visitor> visitors = new ArrayList<>(Visitor.everyWay());
        visitors.add(Visitor.on(Screen.PHONE).elderly());
        visitors.add(Visitor.on(Screen.DESK).withoutScripts());
        for (Visitor visitor : visitors) {
            try (Tab tab = visitor.as(SITE.someone(Set.of(Role.AUDITOR))).open()) {
                assertFalse(tab.at("/audit").text().contains(number), tab.text());
                looked(visitor, tab, "audit");
                change("+", number);
                try {
                    tab.press(visitor.say("audit.refresh"));
                    tab.page().locator("a[href$='" + number + "']").waitFor();
                    looked(visitor, tab, "audit-differs");
                    String other = visitor.say("audit.difference." + Difference.OTHER_AMOUNT);
                    assertTrue(tab.text().contains(other), tab.text());
                    assertTrue(
                            export(visitor, tab)
                                    .matches("(?s).*" + number + "[^\n]*OTHER_AMOUNT.*"));
                    tab.page().locator("a[href$='" + number + "']").click();
                    tab.page().waitForURL("**/audit/claims/*");
                    looked(visitor, tab, "audit-case");
                } finally {
                    change("-", number);
                }
            }
        }
    }

    private static String export(Visitor visitor, Tab tab) throws IOException {
        Download file = tab.page().waitForDownload(() -> tab.press(visitor.say("audit.export")));
        return Files.readString(file.path());
    }

    private static void change(String sign, String number) {
        SITE.gateway()
                .database()
                .changeInTransaction(tx ->
                        tx.execute(
                                "UPDATE ledger_share SET fen = fen " + sign + " 1 WHERE claim = ?",
                                number));
    }

    private static void looked(Visitor visitor, Tab tab, String name) {
        tab.screenshot((visitor.elder() ? "elder-" : "") + name).axe();
        assertTrue(!visitor.scripts() || tab.fits(), name);
    }
}
