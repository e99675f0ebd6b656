package io.yipiao.gateway.web.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.gateway.web.Browser;
import io.yipiao.verifier.bill.Bill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Hospitals' number series and keys, with a browser without scripts. */
@Timeout(180)
class SeriesAndKeysTest {
    private final HospitalDesk desk = HospitalDesk.inCustody();

    @Test
    void gaps_doubles_and_numbers_of_nobody_are_told() {
        assertTrue(desk.get("/hospital/series").body().contains("还没有号段"));
        Bill before = desk.bill();
        desk.upload("before.ndjson", HospitalDesk.fileOf(List.of(before)));
        Bill first = desk.inSeries(desk.bill());
        Bill fourth = HospitalDesk.numbered(first, 3);
        Bill other = HospitalDesk.dearer(fourth);
        desk.upload("bills.ndjson", HospitalDesk.fileOf(List.of(first, fourth, other)));

        String page = desk.get("/hospital/series").body();

        assertTrue(page.contains("99060226"), page);
        assertTrue(page.contains("data-label=\"已用\">2<"), page);
        assertTrue(page.contains(">" + number(first, 4) + "<"), "the next number");
        assertTrue(page.contains("跳过 2 个号码：" + number(first, 1) + "–" + number(first, 2)), page);
        assertTrue(page.contains("1 个号码用了不止一次：99060226-" + number(first, 3)), page);
        assertTrue(page.contains("1 个号码不在已登记的号段里：99060226-" + before.id().number()), page);
    }

    @Test
    void a_number_that_nobody_was_given_is_refused_by_its_line_and_a_red_one_is_not() {
        Bill first = desk.inSeries(desk.bill());
        Bill beyond = desk.bill();
        Bill red = io.yipiao.gateway.demo.DemonstrationBills.red(first, desk.number());
        HttpResponse<String> sent =
                desk.upload("a.ndjson", HospitalDesk.fileOf(List.of(first, beyond, red)));
        String page = desk.get(Browser.location(sent)).body();
        assertTrue(page.contains("<h1>2 张已登记，1 张没有收下</h1>"), page);
        assertTrue(page.contains(beyond.id().number()), page);
        assertTrue(page.contains("已登记给本单位的号段里的号码"), page);
        assertTrue(page.contains("请财政登记这个号码所在的号段"), page);
    }

    @Test
    void a_new_key_stands_beside_the_old_one_and_seals_from_then_on() {
        String page = desk.get("/hospital/keys").body();
        assertTrue(page.contains("第 1 把 · ES256"), page);
        Map<String, String> form = Map.of("after", "1", "suite", "SM2");
        assertEquals(303, desk.post("/hospital/keys", form).statusCode());
        assertEquals(303, desk.post("/hospital/keys", form).statusCode());
        RunningGateway.await(() -> desk.get("/hospital/keys").body().contains("第 2 把 · SM2"));
        String both = desk.get("/hospital/keys").body();
        assertFalse(both.contains("第 3 把"), "a form that is sent twice makes one key");
        assertTrue(both.contains("新旧密钥都能验证"), both);
        assertTrue(both.matches("(?s).*第 2 把.*正在用它签章.*"), both);
        Bill bill = desk.bill();
        desk.upload("a.ndjson", HospitalDesk.fileOf(List.of(bill)));
        assertEquals(2, HospitalDesk.stored(bill).keySeq());
    }

    private static String number(Bill bill, int after) {
        return "%010d".formatted(Long.parseLong(bill.id().number()) + after);
    }
}
