package io.yipiao.gateway.web.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Ruling;
import io.yipiao.gateway.web.Browser;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A claim's pages from its submission to its receipt. */
class ClaimPagesTest extends CitizenTest {

    @Test
    void without_claims_the_list_says_how_to_begin() {
        has(page(zhang(), "/claims"), "还没有报销，扫一张开始", "href=\"/scan\"");
        has(page(zhang().speaking("en"), "/claims"), "No claims yet; scan a bill to begin");
    }

    @Test
    void the_list_names_each_claim_with_its_amount_and_when_it_will_be_decided() {
        ClaimView claim = claimed();
        has(page(zhang(), "/claims"), path(claim), "¥1,830.70", "已提交，9月30日前有结果");
        has(page(zhang().speaking("en"), "/claims"), "Sent; result by 30 Sep");
        assertFalse(page(mother(), "/claims").contains(path(claim)));
    }

    @Test
    void the_time_line_says_what_was_done_what_is_now_and_what_lies_ahead() {
        ClaimView claim = claimed();
        String page = page(zhang(), path(claim));
        has(page, "已提交，9月30日前有结果", "已用 0/5 个工作日", "待初审", "预计", "¥1,830.70", "刷新");
        has(page, "已收到", "额度已锁定", "aria-current=\"step\"", "data-live=\"" + path(claim));
        clock.pass(Duration.ofDays(1));
        has(page(zhang(), path(claim)), "已用 1/5 个工作日");
        has(page(zhang().speaking("en"), path(claim)), "Day 1 of 5", "First review", "Withdraw");
    }

    @Test
    void an_approved_claim_is_on_its_way_and_cannot_be_withdrawn() {
        ClaimView claim = claimed();
        decide(claim, Ruling.approve());
        String page = page(zhang(), path(claim));
        has(page, "¥1,830.70 已核定，正在拨付", "待拨付", "已盖章", "怎么算的", "下载凭证");
        assertFalse(page.contains(path(claim) + "/withdraw"));
        has(page(zhang().speaking("en"), path(claim)), "¥1,830.70 approved, payment on its way");
    }

    @Test
    void a_refusal_says_why_in_the_clerks_words_without_his_name() {
        ClaimView claim = claimed();
        decide(claim, Ruling.refuse("就诊记录与票据不符"));
        String page = page(zhang(), path(claim));
        has(page, "不予报销", "经审核不予报销", "就诊记录与票据不符", "12393");
        assertFalse(page.contains("陈举例"));
    }

    @Test
    void while_the_ledger_is_away_trying_again_is_safe() {
        world.account(io.yipiao.gateway.claim.ClaimWorld.ZHANG, "张示范");
        var bill = bill();
        cutLedger(true);
        ClaimView claim = world.taken(io.yipiao.gateway.claim.ClaimWorld.ZHANG, bill);
        cutLedger(false);
        has(page(zhang(), path(claim)), "还没收到结果，再试不会重复", "正在验票");
        has(page(zhang().speaking("en"), path(claim)), "No answer yet; trying again is safe");
    }

    @Test
    void a_claim_is_withdrawn_after_one_question_and_only_once() {
        ClaimView claim = claimed();
        Browser zhang = zhang();
        has(page(zhang, path(claim) + "/withdraw"), "要撤回这次申请吗？");
        leadsTo(path(claim) + "?said=withdrawn", zhang.post(path(claim) + "/withdraw", Map.of()));
        leadsTo(path(claim) + "?said=withdrawn", zhang.post(path(claim) + "/withdraw", Map.of()));
        String page = page(zhang, path(claim) + "?said=withdrawn");
        has(page, "<h1 id=\"verdict\"><span class=\"clause\">已撤回</span></h1>");
        assertEquals(6, history(claim));
        assertFalse(page.contains("data-live"));
    }

    @Test
    void whoever_withdraws_too_late_learns_what_came_before() {
        ClaimView claim = claimed();
        Browser zhang = zhang();
        page(zhang, path(claim) + "/withdraw");
        decide(claim, Ruling.approve());
        var late = zhang.post(path(claim) + "/withdraw", Map.of());
        assertEquals(409, late.statusCode());
        has(late.body().replaceAll("<[^>]*>", ""), "2026-09-22 10:00 已处理（待拨付），您的操作没有提交");
    }

    @Test
    void a_clerks_question_stops_the_clock_until_it_is_answered() {
        ClaimView claim = claimed();
        decide(claim, Ruling.ask("请说明受伤经过"));
        Browser zhang = zhang();
        has(page(zhang, path(claim)), "停表，等您补材料", path(claim) + "/supplement");
        has(page(zhang, path(claim) + "/supplement"), "请说明受伤经过");
        var empty = zhang.post(path(claim) + "/supplement", Map.of("answer", " "));
        assertEquals(422, empty.statusCode());
        has(empty.body(), "有 1 处要改", "错误：请填写答复", "<title>有错：");
        Map<String, String> answer = Map.of("answer", "在家摔倒");
        leadsTo(path(claim) + "?said=answered", zhang.post(path(claim) + "/supplement", answer));
        leadsTo(path(claim) + "?said=answered", zhang.post(path(claim) + "/supplement", answer));
        has(page(zhang, path(claim)), "待初审");
        leadsTo(path(claim), zhang.get(path(claim) + "/supplement"));
    }

    @Test
    void the_same_in_english() {
        ClaimView claim = claimed();
        decide(claim, Ruling.ask("How did it happen?"));
        Browser zhang = zhang().speaking("en");
        has(page(zhang, path(claim)), "Paused: we need something");
        page(zhang, path(claim) + "/supplement");
        var empty = zhang.post(path(claim) + "/supplement", Map.of("answer", ""));
        has(empty.body(), "1 to correct", "Error: Write your answer");
        has(page(zhang, path(claim) + "/withdraw"), "Withdraw this claim?");
    }

    @Test
    void the_sheet_closes_to_the_fen_and_gives_each_deduction_its_reason() {
        ClaimView claim = claimed();
        has(page(zhang(), path(claim) + "/sheet"), "审核后才有");
        decide(claim, Ruling.part(Set.of(9, 11), "9月9日二级护理收了两次"));
        String page = page(zhang(), path(claim) + "/sheet");
        has(page, "审核扣减", "¥78.00", "疑似医院多收，可请医院核退", "9月9日二级护理收了两次", "起付标准");
        assertEquals(335_430, sum(page));
        has(page, "<td class=\"number\">¥3,354.30</td></tr></tfoot>", "¥1,763.62");
        has(page(zhang().speaking("en"), path(claim) + "/sheet"), "Deductible", "Disallowed");
    }

    @Test
    void the_receipt_is_a_file_that_says_how_to_check_it() {
        ClaimView claim = claimed();
        has(page(zhang(), "/receipts/" + claim.number()), "正在生成");
        assertEquals(404, zhang().get("/receipts/" + claim.number() + "/file").statusCode());
        decide(claim, Ruling.approve());
        has(
                page(zhang(), "/receipts/" + claim.number()),
                "下载凭证",
                "yipiao-verify receipt",
                "¥1,830.70");
        var file = zhang().get("/receipts/" + claim.number() + "/file");
        assertTrue(file.body().startsWith("{"), file.body());
        assertEquals(
                List.of("attachment; filename=\"receipt-" + claim.number() + ".json\""),
                file.headers().allValues("Content-Disposition"));
        has(page(zhang().speaking("en"), "/receipts/" + claim.number()), "How to check it");
    }

    @Test
    void anothers_claim_is_not_there_and_a_stranger_signs_in_first() {
        ClaimView claim = claimed();
        Browser mother = mother();
        page(mother, "/claims");
        for (String part : List.of("", "/live", "/withdraw", "/supplement", "/sheet")) {
            assertEquals(404, mother.get(path(claim) + part).statusCode(), part);
            leadsTo(
                    "/sign-in?back=%2Fclaims%2F" + claim.number() + part.replace("/", "%2F"),
                    stranger().get(path(claim) + part));
        }
        assertEquals(404, mother.get("/receipts/" + claim.number()).statusCode());
        assertEquals(404, mother.get("/receipts/" + claim.number() + "/file").statusCode());
        assertEquals(404, mother.post(path(claim) + "/withdraw", Map.of()).statusCode());
        assertEquals(
                404, mother.post(path(claim) + "/supplement", Map.of("answer", "x")).statusCode());
        assertEquals(404, mother.get("/claims/none").statusCode());
        assertEquals(ClaimState.FIRST_REVIEW, state(claim));
    }

    @Test
    void a_form_that_is_not_ours_changes_nothing() {
        ClaimView claim = claimed();
        Browser zhang = zhang();
        page(zhang, path(claim) + "/withdraw");
        zhang.forgetToken();
        assertEquals(403, zhang.post(path(claim) + "/withdraw", Map.of()).statusCode());
        assertEquals(ClaimState.FIRST_REVIEW, state(claim));
    }

    @Test
    void a_watched_claim_is_sent_anew_when_it_moves_and_the_end_is_told() throws IOException {
        ClaimView claim = claimed();
        try (BufferedReader events = zhang().follow(path(claim) + "/live")) {
            has(event(events), "待初审");
            decide(claim, Ruling.refuse("就诊记录与票据不符"));
            has(event(events), "不予报销");
            has(event(events), "event: end");
        }
    }

    private static String event(BufferedReader events) throws IOException {
        StringBuilder event = new StringBuilder();
        for (String line = events.readLine();
                line != null && !line.isEmpty();
                line = events.readLine()) {
            event.append(line).append('\n');
        }
        return event.toString();
    }

    private ClaimState state(ClaimView claim) {
        return world.desk.claims().one(claim.number(), Optional.empty()).orElseThrow().state();
    }

    private int history(ClaimView claim) {
        return world.desk.claims().history(claim.number(), Optional.empty()).size();
    }

    /** The parts of the first table, in fen. */
    private static long sum(String page) {
        String body = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
        return java.util.regex.Pattern.compile("¥([0-9,]+)\\.([0-9]{2})")
                .matcher(body)
                .results()
                .mapToLong(part ->
                        Long.parseLong(part.group(1).replace(",", "")) * 100
                                + Long.parseLong(part.group(2)))
                .sum();
    }
}
