package io.yipiao.gateway.web.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.claim.Ruling;
import io.yipiao.gateway.tell.Contacts;
import io.yipiao.gateway.tell.DevelopmentInbox;
import io.yipiao.gateway.tell.Dispatcher;
import io.yipiao.gateway.tell.Notices;
import io.yipiao.gateway.web.Browser;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Who acts for whom, one's own details, messages, and the first page. */
class PeoplePagesTest extends CitizenTest {
    private static final String ZHANG = ClaimWorld.ZHANG;

    @Test
    void an_agent_is_added_once_however_often_it_is_sent_and_revoked_by_its_giver_only() {
        Browser zhang = zhang();
        has(page(zhang, "/family"), "还没有代办人");
        Map<String, String> agent = Map.of("name", "李样本", "number", ClaimWorld.MOTHER);
        leadsTo("/family?said=mandate-added", zhang.post("/family", agent));
        leadsTo("/family?said=mandate-added", zhang.post("/family", agent));
        String page = page(zhang, "/family?said=mandate-added");
        has(page, "李*本", "家人", "一直有效，可随时撤销", "已添加");
        assertFalse(page.contains(ClaimWorld.MOTHER) || page.contains("李样本"));
        String revoke = page.substring(page.indexOf("/family/"), page.indexOf("/revoke") + 7);
        assertEquals(page.indexOf("/revoke\""), page.lastIndexOf("/revoke\""), "only one");

        Browser mother = mother();
        has(page(mother, "/family"), "张*范");
        assertEquals(404, mother.post(revoke, Map.of()).statusCode());
        leadsTo("/family?said=mandate-revoked", zhang.post(revoke, Map.of()));
        leadsTo("/family?said=mandate-revoked", zhang.post(revoke, Map.of()));
        has(page(zhang, "/family"), "还没有代办人");
        assertEquals(404, zhang.post("/family/x/revoke", Map.of()).statusCode());
    }

    @Test
    void an_agent_whose_name_and_number_differ_is_not_added_and_what_was_typed_stays() {
        Browser zhang = zhang();
        page(zhang, "/family");
        HttpResponse<String> wrong =
                zhang.post("/family", Map.of("name", "李样", "number", ClaimWorld.MOTHER));
        assertEquals(422, wrong.statusCode());
        has(wrong.body(), "错误：姓名和身份证号码对不上，请核对", "value=\"李样\"", "<title>有错：");
        HttpResponse<String> self = zhang.post("/family", Map.of("name", "张示范", "number", ZHANG));
        has(self.body(), "代办人应为另一个人");
        HttpResponse<String> past =
                zhang.post(
                        "/family",
                        Map.of("name", "李样本", "number", ClaimWorld.MOTHER, "until", "2026-09-21"));
        has(past.body(), "有效期应为今天或以后");
        HttpResponse<String> empty = zhang.post("/family", Map.of());
        has(empty.body(), "有 2 处要改", "请填写代办人姓名", "身份证号码应为 18 位");
        HttpResponse<String> english = zhang.speaking("en").post("/family", Map.of());
        has(english.body(), "2 to correct", "An identity number has 18 digits");
    }

    @Test
    void the_first_account_is_registered_and_leads_back_to_the_bill() {
        Browser zhang = withAccount(ZHANG, "张示范", "zhang");
        has(page(zhang, "/me?back=/Q"), "户名必须是 张*范。", "未填", "value=\"/Q\"");
        Map<String, String> account =
                Map.of("bank", "示范银行", "number", "6222 0200 0000 4821", "back", "/Q");
        leadsTo("/Q?said=account-saved", zhang.post("/me/account", account));
        String page = page(zhang, "/me?said=account-saved");
        has(page, "示范银行 4821", "收款卡已保存");
        assertFalse(page.contains("62220200"));
    }

    @Test
    void a_change_of_the_account_asks_for_the_password_again() {
        world.account(ZHANG, "张示范");
        Browser zhang = withAccount(ZHANG, "张示范", "zhang");
        has(page(zhang, "/me"), "再输一次登录密码", "示范银行 1234");
        Map<String, String> change = Map.of("bank", "另一银行", "number", "6222020000009999");
        HttpResponse<String> refused = zhang.post("/me/account", change);
        assertEquals(422, refused.statusCode());
        has(refused.body(), "错误：密码不对，收款卡没有更改", "value=\"另一银行\"");
        assertEquals("1234", tail());
        HttpResponse<String> bad =
                zhang.post(
                        "/me/account", Map.of("bank", "另一银行", "number", "12", "confirm", PASSWORD));
        has(bad.body(), "卡号应为 8 到 32 位数字");
        assertFalse(bad.body().contains(PASSWORD));
        leadsTo(
                "/me?said=account-saved",
                zhang.post(
                        "/me/account",
                        Map.of("bank", "另一银行", "number", "6222020000009999", "confirm", PASSWORD)));
        assertEquals("9999", tail());
        zhang.forgetToken();
        assertEquals(403, zhang.post("/me/account", change).statusCode());
        has(page(zhang.speaking("en"), "/me"), "Your password again");
    }

    @Test
    void a_phone_is_kept_masked_and_forgotten_when_left_empty() {
        Browser zhang = zhang();
        page(zhang, "/me");
        HttpResponse<String> wrong = zhang.post("/me/phone", Map.of("phone", "12345"));
        assertEquals(422, wrong.statusCode());
        has(wrong.body(), "手机号码应为 11 位数字", "value=\"12345\"");
        leadsTo("/me?said=phone-saved", zhang.post("/me/phone", Map.of("phone", "13900000001")));
        has(page(zhang, "/me"), "139****0001");
        leadsTo("/me?said=phone-removed", zhang.post("/me/phone", Map.of("phone", "")));
        assertFalse(page(zhang, "/me").contains("139****"));
    }

    @Test
    void whoever_has_no_password_signs_in_with_the_provider_once_more_before_a_change() {
        world.account(ZHANG, "张示范");
        Browser zhang = withAccount(ZHANG, "张示范", "zhang.shifan");
        world.database.with(handle ->
                handle.execute(
                        "UPDATE account SET password = NULL, login = 'oidc:' || repeat('0', 64)"));
        String me = page(zhang, "/me");
        has(me, "请用统一身份再登录一次", "/sign-in/provider?anew=yes&amp;back=/me");
        assertFalse(me.contains("/me/password"));
        Map<String, String> change = Map.of("bank", "另一银行", "number", "6222020000009999");
        HttpResponse<String> refused = zhang.post("/me/account", change);
        assertEquals(422, refused.statusCode());
        has(refused.body(), "请用统一身份再登录一次");
        assertEquals("1234", tail());

        world.database.with(handle -> handle.execute("UPDATE session SET anew = true"));
        leadsTo("/me?said=account-saved", zhang.post("/me/account", change));
        assertEquals("9999", tail());
    }

    @Test
    void another_password_signs_out_everywhere_else() {
        Browser zhang = withAccount(ZHANG, "张示范", "zhang");
        page(zhang, "/me");
        HttpResponse<String> differ =
                zhang.post(
                        "/me/password",
                        Map.of("old", PASSWORD, "password", "a new long one", "again", "x"));
        assertEquals(422, differ.statusCode());
        has(differ.body(), "两次输入的新密码不一样");
        HttpResponse<String> wrong =
                zhang.post("/me/password", passwords("wrong", "a new long one"));
        has(wrong.body(), "现在的密码不对");
        HttpResponse<String> weak = zhang.post("/me/password", passwords(PASSWORD, "short"));
        has(weak.body(), "新密码应为 10 到 128 个字符");
        String before = zhang.cookies().getOrDefault("session", "");
        leadsTo(
                "/me?said=password-changed",
                zhang.post("/me/password", passwords(PASSWORD, "a new long one")));
        has(page(zhang, "/me"), "我的资料");
        zhang.cookies().put("session", before);
        leadsTo("/sign-in?back=%2Fme", zhang.get("/me"));
    }

    @Test
    void messages_are_unread_until_their_reader_says_so() {
        Browser zhang = zhang();
        has(page(zhang, "/messages"), "没有消息");
        var claim = claimed();
        new Notices(world.database).pass();
        has(page(zhang, "/messages"), "未读", "待初审", path(claim), "全部标为已读");
        leadsTo("/messages?said=messages-read", zhang.post("/messages", Map.of()));
        assertFalse(page(zhang, "/messages").contains("未读"));
        assertFalse(page(mother(), "/messages").contains(path(claim)));
        has(page(zhang.speaking("en"), "/messages"), "First review");
        assertEquals(404, zhang.post("/messages", Map.of("id", "x")).statusCode());
    }

    @Test
    void a_hospital_has_no_messages_and_no_account_to_be_paid_to() {
        Browser hospital = visitor("示范医院", Owner.issuer("示范医院", 1), Role.HOSPITAL);
        has(page(hospital, "/messages"), "没有消息");
        String me = page(hospital, "/me");
        has(me, "快捷键已打开。");
        assertFalse(me.contains("/me/account"));
        assertEquals(403, hospital.get("/bills").statusCode());
        assertEquals(404, hospital.post("/messages", Map.of()).statusCode());
    }

    @Test
    void the_demonstrations_inbox_shows_text_messages_with_masked_numbers() throws Exception {
        var personal = world.secrets.personal();
        Contacts contacts = new Contacts(world.database, personal, clock);
        contacts.set(world.person(ZHANG), "13900000001");
        var claim = claimed();
        new Notices(world.database).pass();
        new Dispatcher(
                        world.database,
                        contacts,
                        new DevelopmentInbox(world.database, personal, clock),
                        URI.create("https://yipiao.example"),
                        Dispatcher.LEASE)
                .pass();
        String page = page(stranger(), "/inbox");
        String link = "https://yipiao.example/claims/" + claim.number();
        has(page, "139****0001", "<a href=\"" + link + "\">");
        has(page.replaceAll("<[^>]*>", ""), "【一票】申请 " + claim.number() + "：", link);
        assertFalse(page.contains("13900000001"));
    }

    @Test
    void the_first_page_begins_with_the_newest_claim() {
        assertFalse(page(stranger(), "/").contains("最近的报销"));
        Browser zhang = zhang();
        assertFalse(page(zhang, "/").contains("最近的报销"));
        claimed();
        clock.pass(Duration.ofMinutes(1));
        var newest = claimed();
        decide(newest, Ruling.approve());
        String page = page(zhang, "/");
        has(page, "最近的报销", path(newest), "正在拨付");
        assertTrue(page.indexOf("最近的报销") < page.indexOf("<h1>"));
    }

    @Test
    void elders_have_four_choices_at_home_the_last_two_are_people() {
        Browser elder = stranger();
        elder.cookies().put("elder", "on");
        String page = page(elder, "/");
        String choices = page.substring(page.indexOf("class=\"choices\""), page.indexOf("</main>"));
        assertEquals(5, choices.split("<li>").length);
        assertTrue(choices.indexOf("找家人办") > choices.indexOf("href=\"/check\""));
        assertTrue(choices.indexOf("打电话") > choices.indexOf("找家人办"));
    }

    private static Map<String, String> passwords(String old, String next) {
        return Map.of("old", old, "password", next, "again", next);
    }

    private String tail() {
        return world.desk.accounts().of(world.person(ZHANG)).orElseThrow().tail();
    }
}
