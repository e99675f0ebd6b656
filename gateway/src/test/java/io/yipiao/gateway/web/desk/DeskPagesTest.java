package io.yipiao.gateway.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.claim.Ruling;
import io.yipiao.gateway.web.Browser;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.bill.Sex;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queue and the scan box. */
class DeskPagesTest extends DeskTest {

    @Test
    void an_empty_queue_says_so_and_the_box_is_ready() {
        Browser browser = as("chen");
        holds(
                browser.get("/desk"),
                200,
                "没有待办",
                "扫二维码，或输入票据号码",
                "autofocus",
                "aria-describedby=\"verdict\"",
                "accesskey=\"s\"");
        holds(browser.speaking("en").get("/desk"), 200, "Nothing waits", "Scan, or type the bill");
    }

    @Test
    void the_queue_shows_the_oldest_deadline_first_amber_on_day_three_and_red_on_day_four() {
        ClaimView first = claimed();
        holds(as("chen").get("/desk"), 200, "tag info\">已用 0/5 个工作日");
        // Tuesday 22 September; 25 to 27 September are off.
        clock.pass(Duration.ofDays(6));
        ClaimView second = claimed();
        HttpResponse<String> amber = as("chen").get("/desk");
        holds(amber, 200, "tag wait\">已用 3/5 个工作日", "2 件待办", "待初审", "¥1,830.70");
        assertTrue(
                amber.body().indexOf("claims/" + first.number() + "\">" + first.number())
                        < amber.body().indexOf("claims/" + second.number() + "\">"));
        clock.pass(Duration.ofDays(1));
        holds(as("chen").speaking("en").get("/desk"), 200, "tag stop\">Day 4 of 5", "30 Sep");
    }

    @Test
    void what_waits_for_an_answer_stands_still_and_comes_last() {
        ClaimView asked = claimed();
        world.desk
                .decisions()
                .decide(world.clerk(), asked.number(), Ruling.ask("出院小结"), Optional.empty());
        ClaimView other = claimed();
        String page = as("chen").get("/desk").body();
        assertTrue(page.contains("tag mute\">停表"));
        assertTrue(page.contains("等您补材料"));
        assertTrue(page.indexOf(other.number() + "</a>") < page.indexOf(asked.number() + "</a>"));
        assertTrue(page.contains("href=\"/desk/claims/" + other.number() + "\" accesskey=\"g\""));
    }

    @Test
    void his_own_case_is_marked_and_is_nobodys_next() {
        claimed();
        String page = as("zhang").get("/desk").body();
        assertTrue(page.contains("您本人的案件，请同事办理"));
        assertFalse(page.contains("accesskey=\"g\""));
    }

    @Test
    void a_scanned_code_opens_its_bill_however_the_scanner_types_it() {
        UUID bill = anchored();
        String code = code(bill);
        String wide =
                code.chars()
                        .mapToObj(c -> Character.toString(c > 0x20 && c < 0x7f ? c + 0xfee0 : c))
                        .reduce("", String::concat);
        for (String typed :
                List.of(code, code.toLowerCase(Locale.ROOT), wide, "\u0002" + code + "\r")) {
            assertEquals("/desk/bills/" + bill, location(typed));
        }
    }

    @Test
    void a_code_and_number_a_number_alone_and_a_case_number_open_what_they_name() {
        ClaimView claim = claimed();
        BillId id = world.bills.byId(claim.bill()).orElseThrow().bill().id();
        String bill = "/desk/bills/" + claim.bill();
        assertEquals(bill, location(id.code() + id.number()));
        assertEquals(bill, location(id.code() + " " + id.number()));
        assertEquals(bill, location(id.code() + "－" + id.number()));
        assertEquals(bill, location(id.number()));
        String number = claim.number().text();
        assertEquals("/desk/claims/" + number, location(number));
        assertEquals(
                "/desk/claims/" + number,
                location(number.replace("-", "").toLowerCase(Locale.ROOT)));
    }

    @Test
    void several_bills_of_one_number_are_listed_to_choose_from() {
        int number = number();
        var one = world.ours(Bills.numbered(number));
        var other =
                new Bill(
                        new BillId(BillId.Kind.FISCAL, "99060126", one.id().number()),
                        one.checkCode(),
                        one.issuer(),
                        one.issuedAt(),
                        one.patient(),
                        one.encounter(),
                        one.payments(),
                        one.relation(),
                        one.lines());
        UUID first = world.anchored(one);
        UUID second = world.anchored(other);
        holds(
                scan("chen", one.id().number()),
                200,
                "这个号码有 2 张票据",
                "/desk/bills/" + first,
                "/desk/bills/" + second,
                "99060126-");
    }

    @Test
    void what_is_not_found_is_said_beside_the_box_which_keeps_what_was_typed() {
        for (String typed :
                List.of("0000099999", "9906022600000999990", "没有", "2222-2222-2222-2222")) {
            holds(scan("chen", typed), 422, "没有这张票据，也没有这个案件", "value=\"" + typed + "\"");
        }
        holds(scan("chen", " "), 422, "请先扫二维码，或输入票据号码", "<title>有错：");
        Browser english = as("chen").speaking("en");
        english.get("/desk");
        HttpResponse<String> script =
                english.post("/desk", Map.of("scan", "\"><script>alert(1)</script>"));
        holds(script, 422, "No such bill");
        assertFalse(script.body().contains("<script>alert"));
    }

    @Test
    void a_foreign_link_is_never_opened_and_a_garbled_code_is_unread() {
        String foreign =
                "https://www.chinaebill.cn/d?t=501&a=APP&d=99060226_0000000001_a1b2c3_20260913&s=0123456789";
        HttpResponse<String> elsewhere = scan("chen", foreign);
        holds(elsewhere, 200, "外地票据，这里辨不了真假", "未核实", "0000000001");
        assertFalse(elsewhere.body().contains("href=\"http"));
        String code = code(anchored());
        holds(scan("chen", code.substring(0, code.length() - 3)), 200, "没读全，请再扫一次");
        assertEquals(422, scan("chen", "https://evil.example/Q").statusCode());
    }

    @Test
    void only_clerks_and_supervisors_have_a_desk() {
        assertEquals(200, as("supervisor").get("/desk").statusCode());
        assertEquals(403, as("citizen").get("/desk").statusCode());
        assertEquals(403, as("auditor").get("/desk").statusCode());
        assertEquals(303, as("nobody").get("/desk").statusCode());
    }

    @Test
    void shortcuts_are_off_for_whoever_turned_them_off() {
        claimed();
        Browser browser = as("chen");
        browser.cookies().put("shortcuts", "off");
        String page = browser.get("/desk").body();
        assertFalse(page.contains("accesskey") || page.contains("<kbd"));
    }

    @Test
    void a_clerk_takes_a_claim_in_at_the_desk_and_pressing_twice_counts_once() {
        UUID bill = anchored();
        Browser browser = as("chen");
        HttpResponse<String> page = browser.get("/desk/bills/" + bill);
        holds(page, 200, "真票，还没有报销过", "受理", "accesskey=\"n\"");
        String key = page.body().replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> taken = browser.post("/desk/bills/" + bill, Map.of("key", key));
        HttpResponse<String> again = browser.post("/desk/bills/" + bill, Map.of("key", key));
        assertEquals(303, taken.statusCode());
        assertEquals(Browser.location(taken), Browser.location(again));
        List<ClaimView> claims =
                world.desk
                        .claims()
                        .list(
                                Optional.of(world.person(ClaimWorld.ZHANG)),
                                Optional.of(ClaimState.FIRST_REVIEW),
                                Optional.empty(),
                                10);
        assertEquals(1, claims.size());
        catchUp();
        holds(
                browser.get("/desk/bills/" + bill),
                200,
                "真票，正在办理报销",
                "href=\"/desk/claims/" + claims.getFirst().number() + "\" accesskey=\"o\"");
    }

    @Test
    void what_cannot_be_taken_in_is_said_with_the_reason() {
        var bill = sample();
        UUID id =
                world.anchored(
                        new Bill(
                                bill.id(),
                                bill.checkCode(),
                                bill.issuer(),
                                bill.issuedAt(),
                                new Party(
                                        IdType.RESIDENT_ID,
                                        ClaimWorld.MOTHER,
                                        "李样本",
                                        Sex.MALE,
                                        LocalDate.of(1988, 1, 23)),
                                bill.encounter(),
                                bill.payments(),
                                bill.relation(),
                                bill.lines()));
        catchUp();
        Browser browser = as("chen");
        browser.get("/desk/bills/" + id);
        holds(
                browser.post("/desk/bills/" + id, Map.of("key", UUID.randomUUID().toString())),
                422,
                "没有受理",
                "先登记本人或监护人的收款账户");
        browser.speaking("en");
        browser.get("/desk/bills/" + id);
        holds(
                browser.post("/desk/bills/" + id, Map.of("key", UUID.randomUUID().toString())),
                422,
                "Not taken in",
                "account first");
    }

    @Test
    void a_clerk_sees_whose_the_bill_is_where_it_stands_and_who_took_of_it() {
        ClaimView claim = claimed();
        String page = as("chen").get("/desk/bills/" + claim.bill()).body();
        for (String text :
                List.of("张示范 尾号 0024", "区块", "交易", "基本医保", "¥1,830.70", "占用中", "叁仟叁佰伍拾肆元叁角整")) {
            assertTrue(page.contains(text), text);
        }
        assertTrue(page.contains(claim.number().text()));
        assertFalse(page.contains(ClaimWorld.ZHANG), "the identity number's tail only");
        String english = as("chen").speaking("en").get("/desk/bills/" + claim.bill()).body();
        assertTrue(
                english.contains("ends in 0024") && english.contains("Genuine, claim in progress"));
    }

    @Test
    void the_auditor_reads_a_bill_and_can_do_nothing_with_it() {
        UUID bill = anchored();
        String page = as("auditor").get("/audit/bills/" + bill).body();
        assertTrue(page.contains("张示范 尾号 0024"));
        assertFalse(page.contains("action=\"/desk"));
        assertEquals(403, as("chen").get("/audit/bills/" + bill).statusCode());
        assertEquals(403, as("auditor").get("/desk/bills/" + bill).statusCode());
    }

    @Test
    void a_bill_is_found_by_its_place_on_the_ledger_and_by_no_other_text() {
        UUID bill = anchored();
        String index = world.bills.byId(bill).orElseThrow().index().orElseThrow().hex();
        assertEquals(200, as("chen").get("/desk/bills/" + index).statusCode());
        for (String other : List.of("x", "0".repeat(64), UUID.randomUUID().toString())) {
            assertEquals(404, as("chen").get("/desk/bills/" + other).statusCode());
        }
    }

    @Test
    void two_contents_of_one_number_are_shown_field_by_field() {
        var one = sample();
        UUID first = world.anchored(one);
        world.anchored(
                Bills.paid(
                        one, new Payments(new Fen(100_000), Fen.ZERO, Fen.ZERO, new Fen(235_430))));
        world.taken(ClaimWorld.ZHANG, first);
        catchUp();
        holds(as("chen").get("/desk/bills/" + first), 200, "同一号码的另一份内容", "不一样：¥2,354.30");
    }

    private String location(String typed) {
        return Browser.location(scan("chen", typed));
    }

    private HttpResponse<String> scan(String cookie, String typed) {
        Browser browser = as(cookie);
        browser.get("/desk");
        return browser.post("/desk", Map.of("scan", typed));
    }
}
