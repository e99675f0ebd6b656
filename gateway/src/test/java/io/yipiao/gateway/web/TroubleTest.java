package io.yipiao.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** What a visitor is told when we fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroubleTest {
    private Database database;
    private TestSite site;

    @BeforeAll
    void open() {
        database = TestDatabase.fresh();
        site =
                new TestSite(
                        database,
                        "https://yipiao.example",
                        cookie -> Optional.empty(),
                        pages ->
                                pages.on(Page.CHECK, visit -> Reply.page("scan.jte", scan()))
                                        .on(Page.CHECK_FACE, TroubleTest::fail)
                                        .on(
                                                Page.SIGNING_IN,
                                                visit -> {
                                                    throw new LedgerUnavailable("away");
                                                }));
    }

    private static io.yipiao.gateway.web.front.ScanPages.ScanView scan() {
        return new io.yipiao.gateway.web.front.ScanPages.ScanView("");
    }

    private static Reply fail(Visit visit) {
        throw new IllegalStateException("a fault of ours with " + visit.form().text("number"));
    }

    @AfterAll
    void close() {
        site.close();
        database.close();
    }

    @Test
    void our_fault_has_a_number_and_a_button_that_sends_what_was_typed_again() {
        HttpResponse<String> page =
                sent("zh-CN", "/check", Map.of("number", "00\"<1", "check", "a"));
        assertEquals(500, page.statusCode());
        assertTrue(page.body().contains("我们出了故障，您填的还在。再试不会重复。编号 "), page.body());
        assertTrue(page.body().contains("<form method=\"post\" action=\"/check\">"));
        assertTrue(page.body().contains("name=\"number\" value=\"00&#34;&lt;1\""), page.body());
        assertTrue(page.body().contains("name=\"check\" value=\"a\""));
        assertTrue(page.body().contains("再试一次"));
        assertFalse(page.body().contains("a fault of ours"), "nobody reads our reasons");
    }

    @Test
    void the_same_in_english() {
        HttpResponse<String> page = sent("en", "/check", Map.of("number", "1"));
        assertTrue(
                page.body().contains("We failed; what you typed is kept. Trying again is safe."));
        assertTrue(page.body().contains("Try again</button>"));
    }

    @Test
    void a_ledger_that_is_away_keeps_the_form_too_but_never_a_password() {
        HttpResponse<String> page =
                sent("zh-CN", "/sign-in", Map.of("login", "zhang", "password", "secret-1"));
        assertEquals(503, page.statusCode());
        assertTrue(page.body().contains("name=\"login\" value=\"zhang\""));
        assertFalse(page.body().contains("secret-1"));
    }

    private HttpResponse<String> sent(String language, String path, Map<String, String> fields) {
        Browser browser = site.browser().speaking(language);
        browser.get("/check");
        return browser.post(path, fields);
    }
}
