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

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recoveries and corrections of stamps at the desk. */
class RecoveryPagesTest extends DeskTest {
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern DIGEST = Pattern.compile("class=\"long\">([0-9a-f]{64})<");

    @Test
    void nothing_is_to_be_recovered_at_first() {
        holds(as("chen").get("/desk/recoveries"), 200, "没有待追款", "<title>追款");
        holds(as("chen").speaking("en").get("/desk/recoveries"), 200, "Nothing to be recovered");
        assertEquals(404, as("chen").get("/desk/recoveries/2222-2222-2222-2222").statusCode());
    }

    @Test
    void a_stamp_that_is_revoked_is_listed_and_closed_in_parts() {
        ClaimView claim = stamped(Ruling.approve());
        String stamp = "/desk/claims/" + claim.number() + "/stamp";
        holds(as("supervisor").get("/desk/claims/" + claim.number()), 200, "更正入账");
        assertFalse(as("chen").get("/desk/claims/" + claim.number()).body().contains("更正入账"));
        assertEquals(403, as("chen").get(stamp).statusCode());
        holds(as("supervisor").get(stamp), 200, "已盖章 ¥1,830.70");
        holds(revoke(stamp, "1,999", "盖错了"), 422, "已盖章 ¥1,830.70，不能撤销 ¥1,999.00");
        holds(revoke(stamp, "1.234", ""), 422, "请填金额", "请写明凭证号或理由", "有 2 处要改");
        assertEquals(303, revoke(stamp, "300", "盖错了").statusCode());
        assertEquals(ClaimState.RECOVERING, now(claim).state());

        holds(as("chen").get("/desk/recoveries"), 200, "1 笔待追款，共 ¥300.00", "已 0 天", "张示范");
        String path = "/desk/recoveries/" + claim.number();
        HttpResponse<String> page = as("chen").get(path);
        holds(page, 200, "<title>需退回 ¥300.00", "还没有退回过", "追款通知书");
        assertFalse(page.body().contains("WRITTEN_OFF"), "only a supervisor gives it up");
        holds(close("chen", path, "REPAID", "abc", "0001", key(page)), 422, "请填金额");
        holds(close("chen", path, "REPAID", "400", "0001", key(page)), 422, "最多还能结清 ¥300.00");
        assertEquals(303, close("chen", path, "REPAID", "100", "0001", key(page)).statusCode());
        assertEquals(303, close("chen", path, "REPAID", "100", "0001", key(page)).statusCode());
        holds(as("chen").get(path), 200, "需退回 ¥200.00", "退回 ¥100.00", "已完成", "0001");
        assertEquals(
                2,
                as("chen").get(path).body().split("已完成", -1).length,
                "a closed part says so once");
        holds(close("zhang", path, "REPAID", "200", "0002", key(page)), 422, "您本人的款项");
        assertEquals(303, close("chen", path, "REPAID", "200", "0003", other(page)).statusCode());
        assertEquals(ClaimState.RECOVERED, now(claim).state());
        holds(as("chen").get(path), 200, "已结清");
        holds(as("chen").get("/desk/recoveries"), 200, "没有待追款");
    }

    @Test
    void a_write_off_shows_what_another_organisation_confirms() {
        ClaimView claim = stamped(Ruling.approve());
        assertEquals(
                303,
                revoke("/desk/claims/" + claim.number() + "/stamp", "1830.70", "错").statusCode());
        String path = "/desk/recoveries/" + claim.number();
        HttpResponse<String> page = as("supervisor").get(path);
        holds(page, 200, "核销：追不回来");
        assertEquals(
                303,
                close("supervisor", path, "WRITTEN_OFF", "1830.70", "查无下落", key(page))
                        .statusCode());
        HttpResponse<String> waiting = as("supervisor").get(path);
        holds(waiting, 200, "等另一机构确认核销");
        assertTrue(DIGEST.matcher(waiting.body()).find(), waiting.body());
        holds(close("supervisor", path, "WRITTEN_OFF", "1", "再一次", other(page)), 422, "已有一笔核销在等确认");
        holds(as("chen").get("/desk/recoveries"), 200, "等另一机构确认核销");
    }

    @Test
    void an_appeal_shows_the_new_amount_before_it_counts() {
        ClaimView claim = stamped(Ruling.part(Set.of(9, 11), "规则"));
        String path = "/desk/claims/" + claim.number() + "/stamp";
        HttpResponse<String> page = as("supervisor").get(path);
        holds(page, 200, "申诉改判", "第 9 行", "第 11 行");
        HttpResponse<String> look =
                sent("supervisor", path, "what=AMEND&line=9&why=ok&key=" + key(page));
        holds(look, 200, "改判为 ¥1,815.22", "name=\"seen\" value=\"181522\"");
        assertEquals("1763.62", now(claim).fund().orElseThrow().yuan());
        holds(
                sent("supervisor", path, "what=AMEND&line=9&line=11&why=ok&key=" + key(page)),
                422,
                "没有更高");
        HttpResponse<String> done =
                sent("supervisor", path, "what=AMEND&line=9&why=ok&seen=181522&key=" + key(page));
        assertEquals(303, done.statusCode());
        assertEquals("1815.22", now(claim).fund().orElseThrow().yuan());
    }

    private ClaimView stamped(Ruling ruling) {
        Bill bill = sample();
        ClaimView claim = world.taken(ClaimWorld.ZHANG, world.anchored(bill));
        catchUp();
        world.desk.decisions().decide(world.clerk(), claim.number(), ruling, Optional.empty());
        assertEquals(ClaimState.PROVED, now(claim).state());
        return claim;
    }

    private HttpResponse<String> revoke(String path, String amount, String reason) {
        return sent(
                "supervisor",
                path,
                "what=REVOKE&amount=%s&reason=%s&key=%s"
                        .formatted(amount, reason, key(as("supervisor").get(path))));
    }

    private HttpResponse<String> close(
            String who, String path, String kind, String amount, String note, String key) {
        return sent(
                who, path, "kind=%s&amount=%s&note=%s&key=%s".formatted(kind, amount, note, key));
    }

    private HttpResponse<String> sent(String who, String path, String fields) {
        Browser browser = as(who);
        browser.get(path);
        List<Map.Entry<String, String>> all =
                Arrays.stream(fields.split("&", -1))
                        .map(field -> field.split("=", 2))
                        .map(field -> Map.entry(field[0], field[1]))
                        .toList();
        return browser.post(path, all);
    }

    private static String key(HttpResponse<String> page) {
        Matcher key = KEY.matcher(page.body());
        assertTrue(key.find(), page.body());
        return key.group(1);
    }

    private static String other(HttpResponse<String> page) {
        String key = key(page);
        return (key.charAt(0) == '0' ? '1' : '0') + key.substring(1);
    }
}
