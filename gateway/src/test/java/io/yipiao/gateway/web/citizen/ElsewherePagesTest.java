package io.yipiao.gateway.web.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.web.Browser;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A citizen files a bill that was issued elsewhere. */
class ElsewherePagesTest extends CitizenTest {
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    @Test
    void a_filed_bill_has_its_number_and_page_at_once_and_can_be_taken_back() {
        world.account(ClaimWorld.ZHANG, "张示范");
        Browser browser = zhang();
        String page = file(browser, form("0000000701"), PDF);
        HttpResponse<String> filed = browser.get(page);
        assertTrue(filed.body().contains("已提交，正在核对外地票据"), filed.body());
        assertTrue(browser.get("/claims").body().contains("已提交，正在核对外地票据"));
        assertEquals(404, mother().get(page).statusCode(), "another's is not there");
        String no = page.replaceAll("/claims/|\\?.*", "");
        Browser other = mother();
        other.get("/claims");
        assertEquals(404, other.post("/elsewhere/" + no + "/withdraw", Map.of()).statusCode());
        browser.post("/elsewhere/" + no + "/withdraw", Map.of());
        assertTrue(browser.get(page).body().contains("重新申报"));
    }

    @Test
    void what_a_clerk_asks_for_is_answered_on_the_page_that_claims_have() {
        world.account(ClaimWorld.ZHANG, "张示范");
        Browser browser = zhang();
        String page = file(browser, form("0000000705"), PDF).replaceAll("\\?.*", "");
        ClaimNumber number = new ClaimNumber(page.replace("/claims/", ""));
        leadsTo(page, browser.get(page + "/supplement"));
        world.desk.questions().ask(world.clerk(), number, "请补交 <b>费用清单");
        has(page(browser, page), "停表，等您补材料", page + "/supplement", "补材料", "撤回");
        has(page(browser, "/claims"), "停表，等您补材料");
        String question = page(browser, page + "/supplement");
        has(question, "请补交", "费用清单");
        assertFalse(question.contains("<b>费用清单"));
        assertEquals(404, mother().get(page + "/supplement").statusCode());

        assertEquals(422, browser.post(page + "/supplement", Map.of("answer", " ")).statusCode());
        Map<String, String> answer = Map.of("answer", "清单已交到窗口");
        leadsTo(page + "?said=answered", browser.post(page + "/supplement", answer));
        has(page(browser, page), "已提交，正在核对外地票据");
        HttpResponse<String> late = browser.post(page + "/supplement", answer);
        assertEquals(409, late.statusCode());
        has(late.body(), "已经不等您的答复了", "清单已交到窗口");
        Browser other = mother();
        other.get("/claims");
        assertEquals(404, other.post(page + "/supplement", answer).statusCode());
    }

    @Test
    void a_form_that_is_sent_twice_is_one_filing_and_another_form_names_the_first() {
        world.account(ClaimWorld.ZHANG, "张示范");
        Browser browser = zhang();
        Map<String, String> form = form("0000000702");
        String first = file(browser, form, PDF);
        assertEquals(first, file(browser, form, PDF));
        HttpResponse<String> again = browser.upload("/elsewhere", form("0000000702"), "b.pdf", PDF);
        assertEquals(422, again.statusCode());
        assertTrue(again.body().contains("这张票据已经申报过"), again.body());
        assertTrue(again.body().contains(first.replaceAll("/claims/|\\?.*", "")));
    }

    @Test
    void what_is_wrong_is_named_by_field_and_what_was_typed_stays() {
        world.account(ClaimWorld.ZHANG, "张示范");
        Browser browser = zhang();
        browser.get("/elsewhere");
        Map<String, String> form = new HashMap<>(form("0000000703"));
        form.put("discharged", "2026-09-01");
        form.put("hospital", "<b>邻市");
        HttpResponse<String> wrong =
                browser.upload(
                        "/elsewhere", form, "x.exe", "MZ".getBytes(StandardCharsets.US_ASCII));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("出院日期不能早于入院日期"), wrong.body());
        assertTrue(wrong.body().contains("请选择 PDF、OFD、XML、PNG 或 JPEG 文件"));
        assertTrue(
                wrong.body().contains("&lt;b>邻市")
                        || wrong.body().contains("&#60;b>邻市")
                        || wrong.body().contains("&lt;b&gt;邻市"));
        assertFalse(wrong.body().contains("<b>邻市"));
    }

    @Test
    void who_has_no_account_is_told_so_and_nothing_is_filed() {
        Browser browser = zhang();
        browser.get("/elsewhere");
        HttpResponse<String> none = browser.upload("/elsewhere", form("0000000704"), "b.pdf", PDF);
        assertEquals(422, none.statusCode());
        assertTrue(none.body().contains("先登记本人或监护人的收款账户"), none.body());
        assertEquals(0, world.desk.elsewhere().count());
    }

    private static String file(Browser browser, Map<String, String> form, byte[] file) {
        browser.get("/elsewhere");
        HttpResponse<String> answer = browser.upload("/elsewhere", form, "票.pdf", file);
        assertEquals(303, answer.statusCode(), answer.body());
        return Browser.location(answer);
    }

    private static Map<String, String> form(String number) {
        return Map.ofEntries(
                Map.entry("key", UUID.randomUUID().toString()),
                Map.entry("care", "INPATIENT"),
                Map.entry("code", "98060226"),
                Map.entry("number", number),
                Map.entry("check", "abc123"),
                Map.entry("total", "3600"),
                Map.entry("date", "2026-09-13"),
                Map.entry("hospital", "邻市第一医院"),
                Map.entry("admitted", "2026-09-07"),
                Map.entry("discharged", "2026-09-13"),
                Map.entry("lines", ""));
    }
}
