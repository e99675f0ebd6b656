package io.yipiao.gateway.web.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.claim.Mandate;
import io.yipiao.gateway.web.Browser;
import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Claiming bills from the list of all, and one at a time. */
class ClaimingPagesTest extends CitizenTest {
    private static final String ZHANG = ClaimWorld.ZHANG;

    @Test
    void without_bills_the_list_says_to_scan_one() {
        has(page(zhang(), "/bills"), "还没有票据，扫一张试试", "href=\"/scan\"");
        has(page(zhang().speaking("en"), "/bills"), "No bills yet; try scanning one");
    }

    @Test
    void a_bill_is_claimed_with_three_taps_and_sending_it_again_gives_the_same_claim() {
        world.account(ZHANG, "张示范");
        UUID bill = bill();
        Browser zhang = zhang();
        has(page(zhang, "/bills"), "预计", "¥1,830.70", "确认收款卡 尾号 1234", "再点也不会重复", "" + bill);
        HttpResponse<String> first = zhang.post("/bills", ticked("key-1", bill));
        HttpResponse<String> again = zhang.post("/bills", ticked("key-1", bill));
        leadsTo(path(mine().getFirst()), first);
        leadsTo(path(mine().getFirst()), again);
        assertEquals(1, mine().size());
        String page = page(zhang, "/bills");
        has(page, "这张票据已申报。", path(mine().getFirst()));
        assertFalse(page.contains("value=\"" + bill));
    }

    @Test
    void the_list_in_english() {
        world.account(ZHANG, "张示范");
        UUID bill = bill();
        Browser zhang = zhang().speaking("en");
        has(page(zhang, "/bills"), "Expected", "Tapping twice counts once", "ending 1234");
        HttpResponse<String> empty = zhang.post("/bills", Map.of("key", "k"));
        assertEquals(422, empty.statusCode());
        has(empty.body(), "2 to correct", "Tick the bills to claim first");
        leadsToClaim(zhang.post("/bills", ticked("k", bill)));
    }

    @Test
    void several_bills_become_several_claims_and_a_repeat_gives_the_first_outcomes() {
        world.account(ZHANG, "张示范");
        UUID one = bill();
        UUID two = bill();
        Browser zhang = zhang();
        page(zhang, "/bills");
        leadsTo("/claims?said=claimed", zhang.post("/bills", ticked("key-2", one, two)));
        leadsTo("/claims?said=claimed", zhang.post("/bills", ticked("key-2", one, two)));
        assertEquals(2, mine().size());
        has(page(zhang, "/claims?said=claimed"), "已提交，每张票据一个申请");
    }

    @Test
    void what_is_missing_is_said_at_the_top_and_what_was_ticked_stays() {
        world.account(ZHANG, "张示范");
        UUID bill = bill();
        Browser zhang = zhang();
        page(zhang, "/bills");
        HttpResponse<String> empty = zhang.post("/bills", Map.of("key", "k"));
        assertEquals(422, empty.statusCode());
        has(empty.body(), "有 2 处要改", "请先勾选要报销的票据", "请先确认收款卡", "<title>有错：");
        HttpResponse<String> unconfirmed =
                zhang.post("/bills", Map.of("key", "k", "bill", bill.toString()));
        assertEquals(422, unconfirmed.statusCode());
        has(unconfirmed.body(), "value=\"" + bill + "\" checked");
        assertEquals(List.of(), mine());
    }

    @Test
    void a_bill_that_cannot_be_claimed_says_why() {
        world.account(ZHANG, "张示范");
        bill();
        clock.pass(Duration.ofDays(500));
        has(page(zhang(), "/bills"), "已不能报销，因为已过申报期限", "现在没有可以报销的票据");
        has(page(zhang().speaking("en"), "/bills"), "Cannot be claimed now: Past the time limit");
    }

    @Test
    void an_agent_finds_the_bills_of_those_who_asked_him_and_of_nobody_else() throws Exception {
        world.account(ZHANG, "张示范");
        UUID bill = bill();
        Browser mother = mother();
        assertFalse(page(mother, "/bills").contains(bill.toString()));
        assertEquals(404, mother.post("/claims", one("k", bill)).statusCode());
        mandate();
        has(page(mother, "/bills"), "正在替 张*范 办理", "尾号 1234", bill.toString());
        leadsToClaim(mother.post("/bills", ticked("k", bill)));
        assertEquals(1, mine().size());
        has(page(zhang(), "/claims"), path(mine().getFirst()));
    }

    @Test
    void one_bill_is_claimed_by_one_tap_and_a_second_claim_learns_of_the_first() {
        world.account(ZHANG, "张示范");
        UUID bill = bill();
        Browser zhang = zhang();
        page(zhang, "/bills");
        leadsToClaim(zhang.post("/claims", one("tap", bill)));
        ClaimView first = mine().getFirst();
        leadsTo(path(first), zhang.post("/claims", one("tap", bill)));
        HttpResponse<String> second = zhang.post("/claims", one("other", bill));
        String page = page(zhang, Browser.location(second));
        has(page, "不能重复报销", "这张票据已申报过", "已申报的案件：", first.number().text());
    }

    @Test
    void an_emergency_is_told_by_a_tick_that_stays() {
        world.account(ZHANG, "张示范");
        String bill = bill().toString();
        Browser zhang = zhang();
        has(page(zhang, "/bills"), "是急诊？");
        Map<String, String> unconfirmed = Map.of("key", "k", "bill", bill, "emergency", bill);
        has(
                zhang.post("/bills", unconfirmed).body(),
                "<details class=\"aside\" open>",
                "name=\"emergency\" value=\"" + bill + "\" checked");
        Map<String, String> told = Map.of("key", "k", "bill", bill, "emergency", bill);
        leadsToClaim(zhang.post("/claims", told));
        assertTrue(mine().getFirst().emergency());
    }

    @Test
    void without_an_account_it_is_asked_for_first() {
        UUID bill = bill();
        Browser zhang = zhang();
        has(page(zhang, "/bills"), "还没有收款卡，请先登记。", "href=\"/me?back=/bills\"");
        HttpResponse<String> none = zhang.post("/claims", one("k", bill));
        assertEquals(422, none.statusCode());
        has(none.body(), "先登记本人或监护人的收款账户", "href=\"/me?back=/Q\"");
        HttpResponse<String> ticked = zhang.post("/bills", ticked("k", bill));
        assertEquals(422, ticked.statusCode());
        assertEquals(List.of(), mine());
    }

    @Test
    void a_key_of_another_request_is_told_and_odd_forms_are_turned_away() {
        world.account(ZHANG, "张示范");
        UUID bill = bill();
        Browser zhang = zhang();
        page(zhang, "/bills");
        zhang.post("/claims", one("k", bill));
        HttpResponse<String> reused = zhang.post("/claims", one("k", bill()));
        assertEquals(422, reused.statusCode());
        has(reused.body(), "这个请求编号已用于别的申请");
        assertEquals(400, zhang.post("/claims", Map.of("bill", "" + bill)).statusCode());
        assertEquals(404, zhang.post("/claims", one("k", "x")).statusCode());
        assertEquals(404, zhang.post("/claims", one("fresh", "" + UUID.randomUUID())).statusCode());
        zhang.forgetToken();
        assertEquals(403, zhang.post("/claims", one("n", bill)).statusCode());
        assertEquals(1, mine().size());
    }

    @Test
    void diagnoses_open_by_a_form_only_and_each_look_is_noted() {
        world.account(ZHANG, "张示范");
        UUID bill = bill();
        Browser zhang = zhang();
        page(zhang, "/bills");
        HttpResponse<String> opened = zhang.post("/bills/" + bill + "/diagnoses", Map.of());
        assertEquals(200, opened.statusCode());
        String diagnosis =
                io.yipiao.verifier.bill.Bills.sample().encounter().diagnoses().getFirst();
        has(opened.body(), "诊断", diagnosis, "每次查看都有记录");
        assertEquals(405, zhang.get("/bills/" + bill + "/diagnoses").statusCode());
        Browser mother = mother();
        page(mother, "/bills");
        assertEquals(404, mother.post("/bills/" + bill + "/diagnoses", Map.of()).statusCode());
        String noted =
                world.database.with(handle ->
                        handle.createQuery(
                                        "SELECT string_agg(a::text, ';') FROM diagnosis_access a")
                                .mapTo(String.class)
                                .one());
        assertTrue(noted.contains(bill.toString()), noted);
        assertFalse(noted.contains(diagnosis) || noted.contains(";"), noted);
    }

    private static void leadsToClaim(HttpResponse<String> answer) {
        assertTrue(Browser.location(answer).startsWith("/claims/"), answer.body());
    }

    private void mandate() throws FieldException {
        world.desk
                .mandates()
                .record(
                        Mandate.Kind.FAMILY,
                        world.person(ZHANG),
                        world.person(ClaimWorld.MOTHER),
                        Optional.empty(),
                        "",
                        "test");
    }

    private List<ClaimView> mine() {
        return world.desk
                .claims()
                .list(Optional.of(world.person(ZHANG)), Optional.empty(), Optional.empty(), 10);
    }

    private static Map<String, String> one(String key, Object bill) {
        return Map.of("key", key, "bill", bill.toString());
    }

    private static List<Map.Entry<String, String>> ticked(String key, UUID... bills) {
        List<Map.Entry<String, String>> fields = new java.util.ArrayList<>();
        fields.add(Map.entry("key", key));
        fields.add(Map.entry("confirmed", "yes"));
        for (UUID bill : bills) {
            fields.add(Map.entry("bill", bill.toString()));
        }
        return fields;
    }
}
