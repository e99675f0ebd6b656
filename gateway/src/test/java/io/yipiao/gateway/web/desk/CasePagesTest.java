package io.yipiao.gateway.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.web.Browser;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A case, from its lines to its stamp. */
class CasePagesTest extends DeskTest {
    private static final String SCRIPT = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";

    @Test
    void the_sample_bill_goes_from_the_scan_box_to_its_stamp_through_the_pages() {
        UUID bill = anchored();
        Browser browser = as("chen");
        browser.get("/desk");
        String found = Browser.location(browser.post("/desk", Map.of("scan", code(bill))));
        String key = value(browser.get(found), "key");
        String taken = Browser.location(browser.post(found, Map.of("key", key)));
        catchUp();
        String path = taken.substring(0, taken.indexOf('?'));
        holds(
                browser.get(taken),
                200,
                "已受理",
                "待初审",
                "叁仟叁佰伍拾肆元叁角整",
                "张示范 尾号 0024",
                "丹参注射液",
                "先行自付 256.00",
                "真票，正在办理报销",
                "占用中",
                "符合政策范围",
                "<p class=\"amount\">¥1,830.70</p>");

        Browser li = as("li");
        HttpResponse<String> confirm = confirm(li, path, "APPROVE", "");
        holds(confirm, 200, "盖章 ¥1,830.70 给 张示范，不能撤回", "<title>盖章 ¥1,830.70");
        HttpResponse<String> done = decide(li, path, confirm);
        assertEquals("/desk?said=stamped", Browser.location(done));
        holds(li.get("/desk?said=stamped"), 200, "已盖章", "没有待办");
        catchUp();
        holds(
                li.get(path),
                200,
                "待拨付",
                "已盖章",
                "陈举例",
                "李明",
                "真票，已报销一部分",
                "¥1,523.60",
                "这件现在是“待拨付”，不用您决定");
        assertEquals(Browser.location(done), Browser.location(decide(li, path, confirm)));
    }

    @Test
    void who_took_a_claim_in_is_not_offered_its_decision_nor_may_he_take_it() {
        Browser browser = as("chen");
        String bill = "/desk/bills/" + anchored();
        String key = value(browser.get(bill), "key");
        String taken = Browser.location(browser.post(bill, Map.of("key", key)));
        String path = taken.substring(0, taken.indexOf('?'));
        HttpResponse<String> page = browser.get(path);
        holds(page, 200, "待初审", "这件是您受理的，请同事审核", "陈举例");
        assertFalse(page.body().contains("id=\"decision\""));
        HttpResponse<String> queue = browser.get("/desk");
        holds(queue, 200, "这件是您受理的，请同事审核");
        assertFalse(queue.body().contains("accesskey=\"g\""), "nothing else waits for him");
        for (String ruling : List.of("APPROVE", "REFUSE", "ASK", "ESCALATE")) {
            holds(
                    browser.post(path, Map.of("ruling", ruling, "reason", "为什么", "seen", "183070")),
                    422,
                    "这件是您受理的，请同事审核",
                    "为什么");
        }
        holds(as("li").get(path), 200, "id=\"decision\"");
    }

    @Test
    void a_case_is_decided_in_english_too_and_the_next_one_opens() {
        ClaimView first = claimed();
        ClaimView second = claimed();
        Browser browser = as("chen").speaking("en");
        String path = path(first);
        holds(browser.get(path), 200, "First review", "Paid by the fund", "Approve", "Escalate");
        HttpResponse<String> confirm = confirm(browser, path, "REFUSE", "not covered");
        holds(confirm, 200, "Refuse the claim of 张示范. No undo", "not covered");
        assertEquals(
                path(second) + "?said=refused", Browser.location(decide(browser, path, confirm)));
        assertEquals(ClaimState.REFUSED, now(first).state());
    }

    @Test
    void lines_are_ticked_and_the_rest_is_stamped() {
        ClaimView claim = claimed();
        Browser browser = as("chen");
        browser.get(path(claim));
        Map<String, List<String>> form =
                Map.of(
                        "ruling", List.of("PART"),
                        "reason", List.of("9月9日二级护理收了两次"),
                        "line", List.of("9", "11"),
                        "seen", List.of("183070"));
        HttpResponse<String> confirm = browser.postAll(path(claim) + "/confirm", form);
        holds(confirm, 200, "盖章 ¥1,763.62 给 张示范", "9, 11", "¥1,830.70", "9月9日二级护理收了两次");
        holds(
                browser.postAll(path(claim) + "/confirm", with(form, "edit", "on")),
                200,
                "value=\"9\" checked",
                "9月9日二级护理收了两次</textarea>",
                "value=\"PART\" checked");
        HttpResponse<String> done =
                browser.postAll(path(claim), with(form, "seen", value(confirm, "seen")));
        assertEquals("/desk?said=stamped", Browser.location(done));
        assertEquals("1763.62", now(claim).fund().orElseThrow().yuan());
        catchUp();
        holds(
                browser.get(path(claim)),
                200,
                "¥78.00",
                "<tr class=\"finding\">",
                "href=\"#line-9\"",
                "9月9日二级护理收了两次");
    }

    @Test
    void what_is_missing_is_said_beside_the_field_and_what_was_typed_is_kept() {
        ClaimView claim = claimed();
        for (String ruling : List.of("REFUSE", "ASK", "ESCALATE")) {
            holds(
                    confirm(as("chen"), path(claim), ruling, " "),
                    422,
                    "<title>有错：",
                    "有 1 处要改",
                    "href=\"#reason\"",
                    "错误：请写理由，申请人会看到",
                    "value=\"" + ruling + "\" checked");
        }
        holds(confirm(as("chen"), path(claim), "", "为什么"), 422, "请选一个决定", "为什么</textarea>");
        holds(confirm(as("chen"), path(claim), "PART", "为什么"), 422, "请在明细里勾出", "href=\"#lines\"");
        holds(confirm(as("chen"), path(claim), "REFUSE", "长".repeat(501)), 422, "最多 500 个字");
        holds(
                confirm(as("chen").speaking("en"), path(claim), "REFUSE", ""),
                422,
                "<title>Error: ",
                "Give the reason");
        Browser browser = as("chen");
        browser.get(path(claim));
        holds(
                browser.post(
                        path(claim) + "/confirm",
                        Map.of("ruling", "APPROVE", "line", "9", "seen", "183070")),
                422,
                "勾了明细，请选“部分通过”",
                "value=\"9\" checked");
        holds(
                browser.post(
                        path(claim),
                        Map.of("ruling", "PART", "reason", "x", "line", "99", "seen", "183070")),
                422,
                "票据上没有这些行：[99]");
        assertEquals(ClaimState.FIRST_REVIEW, now(claim).state());
    }

    @Test
    void of_two_clerks_the_slower_learns_who_was_faster_and_keeps_his_reason() {
        ClaimView claim = claimed();
        Browser li = as("li");
        HttpResponse<String> confirm = confirm(li, path(claim), "REFUSE", "不在目录里");
        holds(confirm, 200, "不予报销 张示范 的申请");
        Browser chen = as("chen");
        decide(chen, path(claim), confirm(chen, path(claim), "APPROVE", ""));

        // The clock of the test stands at 10:00 in Shanghai.
        holds(
                decide(li, path(claim), confirm),
                422,
                "陈举例 10:00 已受理，您的决定没有提交",
                "您写的理由</strong> 不在目录里");
        holds(
                confirm(as("li").speaking("en"), path(claim), "ASK", "a letter"),
                422,
                "陈举例 took it at 10:00; your decision was not sent",
                "a letter");
        assertEquals(ClaimState.PROVED, now(claim).state());
    }

    @Test
    void of_clerks_who_press_at_the_same_moment_one_wins() throws Exception {
        ClaimView claim = claimed();
        List<Callable<HttpResponse<String>>> presses = new ArrayList<>();
        for (String clerk : List.of("chen", "li", "supervisor", "chen", "li", "supervisor")) {
            Browser browser = as(clerk);
            HttpResponse<String> confirm = confirm(browser, path(claim), "APPROVE", "");
            presses.add(() -> decide(browser, path(claim), confirm));
        }
        int done = 0;
        int late = 0;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> press : pool.invokeAll(presses)) {
                HttpResponse<String> answer = press.get();
                done += answer.statusCode() == 303 ? 1 : 0;
                late += answer.body().contains("已受理，您的决定没有提交") ? 1 : 0;
            }
        }
        assertEquals(2, done, "the winner's second press answers as his first");
        assertEquals(4, late);
        catchUp();
        String page = as("chen").get(path(claim)).body();
        assertEquals(2, page.split("已盖章", -1).length - 1, "one share, one step");
    }

    @Test
    void nobody_is_offered_his_own_case_nor_may_he_decide_it() {
        ClaimView claim = claimed();
        Browser zhang = as("zhang");
        HttpResponse<String> page = zhang.get(path(claim));
        holds(page, 200, "您本人的案件，请同事办理");
        assertFalse(page.body().contains("id=\"decision\""));
        holds(
                zhang.post(path(claim), Map.of("ruling", "APPROVE", "seen", "183070")),
                422,
                "您本人的案件，请同事办理");
        assertEquals(ClaimState.FIRST_REVIEW, now(claim).state());
    }

    @Test
    void what_is_handed_on_another_supervisor_decides() {
        ClaimView claim = claimed();
        Browser supervisor = as("supervisor");
        HttpResponse<String> confirm = confirm(supervisor, path(claim), "ESCALATE", "金额大");
        assertEquals(
                "/desk?said=escalated", Browser.location(decide(supervisor, path(claim), confirm)));
        holds(as("chen").get(path(claim)), 200, "待复审", "这件要由主管办理", "金额大");
        Browser chen = as("chen");
        chen.get(path(claim));
        holds(
                chen.post(path(claim), Map.of("ruling", "APPROVE", "seen", "183070")),
                422,
                "这件要由另一位主管办理，您的决定没有提交");
        holds(
                decide(supervisor, path(claim), confirm(supervisor, path(claim), "APPROVE", "")),
                422,
                "这件要由另一位主管办理，您的决定没有提交");
        Browser chief = as("chief");
        HttpResponse<String> page = chief.get(path(claim));
        assertFalse(page.body().contains("value=\"ESCALATE\""), "a supervisor has nobody above");
        decide(chief, path(claim), confirm(chief, path(claim), "APPROVE", ""));
        assertEquals(ClaimState.PROVED, now(claim).state());
    }

    @Test
    void an_amount_that_changed_meanwhile_is_shown_before_anything_is_stamped() {
        ClaimView first = claimed();
        ClaimView second = claimed();
        Browser browser = as("chen");
        HttpResponse<String> old = confirm(browser, path(second), "APPROVE", "");
        holds(old, 200, "盖章 ¥1,830.70");
        decide(browser, path(first), confirm(browser, path(first), "APPROVE", ""));

        HttpResponse<String> changed = decide(browser, path(second), old);
        holds(
                changed,
                422,
                "金额有变：先前 ¥1,830.70，现在 ¥2,088.70",
                "<p class=\"amount\">¥2,088.70</p>",
                "value=\"APPROVE\" checked",
                "name=\"seen\" value=\"208870\"");
        assertEquals(ClaimState.FIRST_REVIEW, now(second).state());
        HttpResponse<String> again = confirm(browser, path(second), "APPROVE", "");
        holds(again, 200, "盖章 ¥2,088.70");
        decide(browser, path(second), again);
        assertEquals(ClaimState.PROVED, now(second).state());
    }

    @Test
    void a_question_stops_the_clock_and_its_words_are_never_code() {
        ClaimView claim = claimed();
        Browser browser = as("chen");
        HttpResponse<String> confirm = confirm(browser, path(claim), "ASK", SCRIPT);
        HttpResponse<String> done = decide(browser, path(claim), confirm);
        assertEquals("/desk?said=asked", Browser.location(done));
        HttpResponse<String> page = browser.get(path(claim));
        holds(page, 200, "等您补材料", "停表", "还没有答复", "&lt;script&gt;");
        for (HttpResponse<String> each :
                List.of(confirm, page, confirm(browser, path(claim), "REFUSE", SCRIPT))) {
            assertFalse(each.body().contains("<script>alert"));
            assertFalse(each.body().contains("<img"));
            assertFalse(each.body().contains("value=\"\">"));
        }
    }

    @Test
    void every_key_of_the_table_is_bound_once_and_enter_reaches_only_the_confirmation() {
        ClaimView claim = claimed();
        claimed();
        Browser browser = as("chen");
        String page = browser.get(path(claim)).body();
        for (String key : List.of("s", "g", "j", "l", "a", "p", "b", "r", "u", "c")) {
            assertEquals(2, page.split("accesskey=\"" + key + "\"", -1).length, key);
        }
        String form = page.replaceAll("(?s).*<form id=\"decision\"(.*?)</form>.*", "$1");
        assertTrue(form.contains("/confirm\""));
        assertEquals(2, form.split("<button", -1).length, "one button, which Enter presses");
        String confirm = confirm(browser, path(claim), "APPROVE", "").body();
        assertEquals(2, confirm.split("accesskey=\"c\"", -1).length);
        browser.cookies().put("shortcuts", "off");
        assertFalse(browser.get(path(claim)).body().contains("accesskey"));
    }

    @Test
    void diagnoses_are_opened_on_purpose() {
        ClaimView claim = claimed();
        Browser browser = as("chen");
        assertFalse(browser.get(path(claim)).body().contains("I10"));
        holds(browser.post(path(claim) + "/diagnoses", Map.of()), 200, "诊断", "I10");
    }

    @Test
    void the_auditor_reads_a_case_and_has_nothing_to_press() {
        ClaimView claim = claimed();
        Browser auditor = as("auditor");
        HttpResponse<String> page = auditor.get("/audit/claims/" + claim.number());
        holds(page, 200, "张示范 尾号 0024", "计算单", "¥1,830.70", "经过");
        assertFalse(page.body().contains("action=\"/desk"));
        assertFalse(page.body().contains("type=\"checkbox\""));
        assertEquals(403, auditor.get(path(claim)).statusCode());
        assertEquals(403, auditor.post(path(claim), Map.of("ruling", "APPROVE")).statusCode());
        assertEquals(403, as("chen").get("/audit/claims/" + claim.number()).statusCode());
    }

    @Test
    void a_case_that_is_not_there_and_a_form_of_another_site_change_nothing() {
        assertEquals(404, as("chen").get("/desk/claims/2222-2222-2222-2222").statusCode());
        assertEquals(404, as("chen").get("/desk/claims/x").statusCode());
        ClaimView claim = claimed();
        Browser browser = as("chen");
        browser.get(path(claim));
        assertEquals(path(claim), Browser.location(browser.get(path(claim) + "/confirm")));
        browser.forgetToken();
        assertEquals(
                403,
                browser.post(path(claim), Map.of("ruling", "APPROVE", "seen", "183070"))
                        .statusCode());
        assertEquals(403, as("citizen").get(path(claim)).statusCode());
        assertEquals(ClaimState.FIRST_REVIEW, now(claim).state());
        assertFalse(as("chen").get(path(claim)).body().contains(ClaimWorld.ZHANG));
    }

    private static String path(ClaimView claim) {
        return "/desk/claims/" + claim.number();
    }

    /** Fills in the form of a case as it is shown. */
    private static HttpResponse<String> confirm(
            Browser browser, String path, String ruling, String reason) {
        HttpResponse<String> page = browser.get(path);
        String seen = page.body().contains("name=\"seen\"") ? value(page, "seen") : "";
        return browser.post(
                path + "/confirm", Map.of("ruling", ruling, "reason", reason, "seen", seen));
    }

    /** Presses the button of the confirmation. */
    private static HttpResponse<String> decide(
            Browser browser, String path, HttpResponse<String> confirm) {
        return browser.post(
                path,
                Map.of(
                        "ruling", value(confirm, "ruling"),
                        "reason",
                                value(confirm, "reason")
                                        .replace("&lt;", "<")
                                        .replace("&#34;", "\""),
                        "seen", value(confirm, "seen")));
    }

    private static Map<String, List<String>> with(
            Map<String, List<String>> form, String field, String value) {
        Map<String, List<String>> more = new TreeMap<>(form);
        more.put(field, List.of(value));
        return more;
    }

    private static String value(HttpResponse<String> page, String name) {
        assertTrue(page.body().contains("name=\"" + name + "\""), page::body);
        return page.body().replaceAll("(?s).*?name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }
}
