package io.yipiao.gateway.web.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.inquiry.InquiryWorld;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.gateway.web.Browser;
import io.yipiao.gateway.web.Icon;
import io.yipiao.gateway.web.TestSite;
import io.yipiao.gateway.web.desk.BillNotes;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.verdict.Language;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The page that a phone's camera opens, over HTTP and as a stranger sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillPageTest {
    private final Map<VerdictKind, String> paths = new TreeMap<>();

    /** What people type of some of them. */
    private final Map<VerdictKind, Bill> faces = new TreeMap<>();

    private InquiryWorld world;
    private Database database;
    private TestSite site;

    @BeforeAll
    void open(@TempDir Path folder) {
        world = new InquiryWorld(folder);
        StoredBill held = world.anchored(world.bill());
        world.hold(held, "basic", "C-SECRET-1", 183_070);
        StoredBill partly = world.anchored(world.bill());
        world.stamp(partly, "basic", "C-SECRET-2", 183_070);
        StoredBill full = world.anchored(world.bill());
        world.stamp(full, "basic", "C-SECRET-3", 335_430);
        StoredBill reversed = world.anchored(world.bill());
        world.anchored(Bills.red(reversed.bill(), 1));
        StoredBill open = world.anchored(world.bill());
        paths.put(VerdictKind.HELD, path(held));
        paths.put(VerdictKind.PARTLY, path(partly));
        paths.put(VerdictKind.FULL, path(full));
        paths.put(VerdictKind.REVERSED, path(reversed));
        paths.put(VerdictKind.OPEN, path(open));
        paths.put(VerdictKind.UNREAD, path(open).replaceFirst(".$", ""));
        paths.put(VerdictKind.UNREGISTERED, path(world.uploaded(world.bill())));
        faces.put(VerdictKind.HELD, held.bill());
        faces.put(VerdictKind.PARTLY, partly.bill());
        faces.put(VerdictKind.FULL, full.bill());
        faces.put(VerdictKind.REVERSED, reversed.bill());
        faces.put(VerdictKind.OPEN, open.bill());
        database = TestDatabase.fresh();
        site =
                new TestSite(
                        database,
                        "https://" + InquiryWorld.HOST,
                        cookie -> Optional.empty(),
                        pages -> {
                            new BillPages(
                                            world.inquiry(),
                                            new Showing(
                                                    (visit, bill) -> Optional.empty(),
                                                    new BillNotes(world.bills(), world.view()),
                                                    world.codes(),
                                                    id -> false))
                                    .addTo(pages);
                            new CheckPages(
                                            world.inquiry(),
                                            new Showing(
                                                    (visit, bill) -> Optional.empty(),
                                                    new BillNotes(world.bills(), world.view()),
                                                    world.codes(),
                                                    id -> false))
                                    .addTo(pages);
                        });
    }

    @AfterAll
    void close() {
        site.close();
        database.close();
        world.close();
    }

    private String path(StoredBill bill) {
        String text = world.qr(bill);
        return text.substring(text.indexOf("/Q/"));
    }

    /** The words of a page's verdict, without the marks that keep its lines whole. */
    static String heading(String page) {
        int start = page.indexOf("<h1 id=\"verdict\">");
        return page.substring(start, page.indexOf("</h1>", start)).replaceAll("<[^>]*>", "");
    }

    @Test
    void each_verdict_is_the_heading_and_begins_the_title_in_one_language() {
        paths.forEach((kind, path) -> {
            String chinese = get(path, "zh-CN").body();
            String english = get(path, "en-GB,en;q=0.9").body();
            assertEquals(kind.sentence().chinese(), heading(chinese));
            assertTrue(chinese.contains("<title>" + kind.sentence().chinese()));
            assertEquals(kind.sentence().english(), heading(english));
            assertTrue(english.contains("<title>" + kind.sentence().english()));
            assertTrue(chinese.contains("lang=\"zh-CN\"") && english.contains("lang=\"en\""));
            assertTrue(
                    chinese.contains("<path d=\"" + Icon.of(kind).path() + "\""),
                    "an icon beside the colour: " + kind);
        });
    }

    @Test
    void every_page_names_a_next_step_the_time_and_the_address_to_expect() {
        paths.forEach((kind, path) -> {
            String page = get(path, "zh-CN").body();
            assertTrue(page.contains(NextStep.of(kind).chinese()), kind.name());
            assertTrue(page.contains("2026-09-22 10:00:00"), kind.name());
            assertTrue(page.contains("网址应以 https://yipiao.example 开头。截图不算，请自己扫"), kind.name());
        });
    }

    @Test
    void a_proven_bill_shows_what_to_compare_in_the_papers_order() {
        String page = get(paths.getOrDefault(VerdictKind.OPEN, ""), "zh-CN").body();
        int at = 0;
        for (String label : List.of("开票单位", "票据代码", "票据号码", "开票日期", "金额合计", "金额大写")) {
            int next = page.indexOf("<dt>" + label + "</dt>", at);
            assertTrue(next > at, label);
            at = next;
        }
        assertTrue(page.contains("3,354.30"));
        assertTrue(page.contains("叁仟叁佰伍拾肆元叁角整"));
        String unread = get(paths.getOrDefault(VerdictKind.UNREAD, ""), "zh-CN").body();
        assertFalse(unread.contains("<dl"), "nothing is proven of a code that was not read");
    }

    @Test
    void a_strangers_page_holds_nothing_personal_no_payer_no_claim_and_no_claimed_amount() {
        for (String language : List.of("zh-CN", "en")) {
            paths.values().forEach(path -> keepsSecrets(get(path, language)));
        }
    }

    @Test
    void what_was_typed_is_answered_with_the_same_verdict_and_keeps_the_same_secrets() {
        for (String language : List.of("zh-CN", "en")) {
            faces.forEach((kind, bill) -> {
                HttpResponse<String> page = typed(bill, bill.checkCode().orElseThrow(), language);
                assertEquals(200, page.statusCode(), kind.name());
                assertTrue(page.body().contains(kind.sentence().in(tongue(language))), kind.name());
                keepsSecrets(page);
            });
        }
    }

    @Test
    void one_wrong_character_is_answered_as_if_there_were_no_such_bill() {
        Bill bill = Objects.requireNonNull(faces.get(VerdictKind.OPEN));
        String wrong = bill.checkCode().orElseThrow().equals("AAAAAA") ? "BBBBBB" : "AAAAAA";
        HttpResponse<String> page = typed(bill, wrong, "zh-CN");
        assertTrue(page.body().contains(VerdictKind.UNKNOWN.sentence().chinese()));
        assertFalse(page.body().contains("<dl"), "nothing of the bill");
        keepsSecrets(page);
    }

    private HttpResponse<String> typed(Bill bill, String checkCode, String language) {
        Browser browser = site.browser().speaking(language);
        browser.get("/check");
        return browser.post(
                "/check",
                Map.of(
                        "code", bill.id().code(),
                        "number", bill.id().number(),
                        "check", checkCode,
                        "total", bill.total().toString(),
                        "date", bill.issueDate().toString()));
    }

    private static Language tongue(String language) {
        return language.equals("en") ? Language.ENGLISH : Language.CHINESE;
    }

    private static void keepsSecrets(HttpResponse<String> page) {
        List<String> secrets =
                List.of(
                        "张示范",
                        InquiryWorld.PATIENT,
                        "I10",
                        "basic",
                        "C-SECRET",
                        "1,830.70",
                        "183070");
        for (String secret : secrets) {
            assertFalse(page.body().contains(secret), secret);
            assertFalse(page.headers().map().toString().contains(secret), secret);
        }
    }

    @Test
    void the_answer_is_kept_by_nobody_and_loads_from_nowhere_else() {
        paths.values()
                .forEach(path -> {
                    var headers = get(path, "zh-CN").headers();
                    assertEquals("no-store", headers.firstValue("Cache-Control").orElse(""));
                    assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElse(""));
                    assertTrue(
                            headers.firstValue("Content-Security-Policy")
                                    .orElse("")
                                    .startsWith("default-src 'self'; "));
                    headers.allValues("Set-Cookie")
                            .forEach(cookie ->
                                    assertTrue(cookie.contains("HttpOnly; SameSite=Lax; Secure")));
                });
        String page = get(paths.getOrDefault(VerdictKind.OPEN, ""), "zh-CN").body();
        assertFalse(page.contains("<script>") || page.contains(" style="));
        assertFalse(page.matches("(?s).*(src|href)=\"(?![/#]).*"));
    }

    @Test
    void any_path_is_answered_as_unread_and_shows_none_of_it() {
        for (String path :
                List.of(
                        "/Q/x",
                        "/Q/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                        "/Q/%E5%BC%A0%00%0A",
                        "/Q/" + "A".repeat(3_000))) {
            HttpResponse<String> page = get(path, "zh-CN");
            assertEquals(200, page.statusCode(), path);
            assertTrue(page.body().contains(VerdictKind.UNREAD.sentence().chinese()), path);
            assertFalse(page.body().contains("alert(1)"));
        }
    }

    @Test
    void the_journal_holds_no_text_of_a_code() {
        String path = paths.getOrDefault(VerdictKind.OPEN, "");
        List<String> lines;
        try (JournalLines journal = new JournalLines()) {
            get(path, "zh-CN");
            get(path + "garbled", "zh-CN");
            lines = journal.lines();
        }
        assertTrue(lines.stream().anyMatch(line -> line.contains("page answered")), "" + lines);
        String code = path.substring(3, 40);
        assertTrue(lines.stream().noneMatch(line -> line.contains(code)), "" + lines);
    }

    private HttpResponse<String> get(String path, String language) {
        return site.browser().speaking(language).get(path);
    }
}
