package io.yipiao.gateway.web.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.gateway.web.Browser;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Sex;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The window of a hospital files for somebody who has no phone. */
@Timeout(180)
class WindowTest {
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final Party WANG =
            new Party(
                    IdType.RESIDENT_ID,
                    "990000195504120113",
                    "王示例",
                    Sex.MALE,
                    LocalDate.of(1955, 4, 12));

    private final HospitalDesk desk = HospitalDesk.inCustody();

    @BeforeAll
    static void enrol_payers() {
        HospitalDesk.WORLD.people().enrolPayers();
    }

    @Test
    void somebody_is_found_filed_for_and_gets_his_papers() {
        Bill bill = anchored(desk);
        String visit = identified(desk, "９９００００１９５５０４１２０１１３ ", "王示例");
        assertFalse(visit.contains(WANG.idNumber()), "no personal data in an address");
        String page = desk.get(visit).body();
        assertTrue(page.contains("王示例的票据") && page.contains(bill.id().number()), page);
        assertTrue(page.contains("预计 ¥"), page);

        HttpResponse<String> filed = desk.post(visit, form(page));

        assertEquals(303, filed.statusCode(), filed.body());
        assertEquals(visit + "/receipt?said=hospital-filed", Browser.location(filed));
        String receipt = desk.get(visit + "/receipt").body();
        for (String words :
                List.of(
                        "受理回执",
                        "申请人 王示例",
                        bill.id().number(),
                        "474.65",
                        "受理时间",
                        "已受理 1 张票据，申报 ¥474.65",
                        "/receipt</span>")) {
            assertTrue(receipt.contains(words), words);
        }
        RunningGateway.await(() -> desk.get(visit + "/receipt").body().contains("报销结算单"));
        String sheet =
                desk.get(visit + "/receipt")
                        .body()
                        .replaceFirst("(?s).*?(/hospital/window/claims/[0-9A-Z-]+).*", "$1");
        String settlement = desk.get(sheet).body();
        assertTrue(settlement.contains("<h1>报销结算单</h1>") && settlement.contains("¥474.65"));
        String english = desk.speaking("en").get(sheet).body();
        assertTrue(english.contains("<h1>Settlement sheet</h1>"));
        assertTrue(desk.get(visit + "/receipt").body().contains("Acceptance receipt"));
        assertEquals(404, HospitalDesk.inCustody().get(sheet).statusCode());
        assertEquals(404, HospitalDesk.inCustody().get(visit).statusCode());
        assertTrue(evidence().contains("纸质委托书 2026-17"));
        assertTrue(desk.get(visit).body().contains("cannot be claimed now"));
    }

    @Test
    void the_same_form_sent_twice_is_one_claim() {
        anchored(desk);
        String visit = identified(desk, WANG.idNumber(), "王示例");
        Map<String, String> form = form(desk.get(visit).body());
        assertEquals(303, desk.post(visit, form).statusCode());
        assertEquals(303, desk.post(visit, form).statusCode());
        String receipt = desk.get(visit + "/receipt").body();
        assertEquals(1, receipt.split("<dl class=\"summary\">", -1).length - 1);
    }

    @Test
    void an_emergency_is_filed_as_one() {
        anchored(desk);
        String visit = identified(desk, WANG.idNumber(), "王示例");
        Map<String, String> form = form(desk.get(visit).body());
        form.put("emergency", form.getOrDefault("bill", ""));
        assertEquals(303, desk.post(visit, form).statusCode());
        String number =
                desk.get(visit + "/receipt")
                        .body()
                        .replaceFirst("(?s).*?([0-9A-Z]{4}(-[0-9A-Z]{4}){3}).*", "$1");
        assertEquals(
                "true",
                HospitalDesk.WORLD
                        .gateway()
                        .database()
                        .with(handle ->
                                handle.createQuery(
                                                "SELECT cast(emergency AS text) FROM claim WHERE"
                                                        + " number = ?")
                                        .bind(0, number)
                                        .mapTo(String.class)
                                        .one()));
    }

    @Test
    void a_form_that_is_not_complete_keeps_what_was_typed_and_files_nothing() {
        anchored(desk);
        String visit = identified(desk, WANG.idNumber(), "王示例");
        Map<String, String> form = form(desk.get(visit).body());
        form.put("evidence", "");
        HttpResponse<String> answer = desk.post(visit, form);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("<title>有错：") && answer.body().contains("请填写委托书编号"));
        assertTrue(answer.body().contains("checked"), "the tick is kept");
        form.put("evidence", "纸质委托书 2026-17");
        form.put("bill", "00000000-0000-4000-8000-000000000000");
        answer = desk.post(visit, form);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("请至少勾选一张票据"));
        assertEquals(404, desk.get(visit + "/receipt").statusCode());
    }

    @Test
    void whoever_has_no_bills_here_is_told_where_to_go_whatever_other_hospitals_have() {
        anchored(HospitalDesk.inCustody());
        String visit = identified(desk, WANG.idNumber(), "王示例");
        assertTrue(desk.get(visit).body().contains("<h1>没有找到他的票据</h1>"));
        assertTrue(desk.speaking("en").get(visit).body().contains("No bills of his were found"));
    }

    @Test
    void another_name_with_the_same_number_finds_nothing() {
        anchored(desk);
        String visit = identified(desk, WANG.idNumber(), "王冒名");
        assertTrue(desk.get(visit).body().contains("没有找到他的票据"));
    }

    @Test
    void a_number_that_is_too_short_is_said_and_kept_in_both_languages() {
        desk.get("/hospital/window");
        Map<String, String> form = Map.of("paper", "RESIDENT_ID", "number", "12345", "name", "王示例");
        HttpResponse<String> answer = desk.post("/hospital/window", form);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("错误：证件号码应为 17 位数字和 1 位校验位，您填了 5 位"));
        assertTrue(answer.body().contains("有 1 处要改") && answer.body().contains("12345"));
        answer = desk.speaking("en").post("/hospital/window", form);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("you typed 5"));
    }

    @Test
    void who_came_is_kept_encrypted_and_for_two_hours() {
        String visit = identified(desk, WANG.idNumber(), "王示例");
        String id = visit.substring(visit.lastIndexOf('/') + 1);
        byte[] row =
                HospitalDesk.WORLD
                        .gateway()
                        .database()
                        .with(handle ->
                                handle.createQuery(
                                                "SELECT paper FROM window_visit"
                                                        + " WHERE id = cast(? AS uuid)")
                                        .bind(0, id)
                                        .mapTo(byte[].class)
                                        .one());
        String text = new String(row, StandardCharsets.UTF_8);
        assertFalse(text.contains(WANG.idNumber()) || text.contains("王示例"));
        HospitalDesk.WORLD
                .gateway()
                .database()
                .changeInTransaction(tx ->
                        tx.execute(
                                "UPDATE window_visit SET opened_at = now() - interval '3 hours'"
                                        + " WHERE id = cast(? AS uuid)",
                                id));
        assertEquals(404, desk.get(visit).statusCode());
    }

    /**
     * A bill of Wang's that this hospital uploaded and that stands on the ledger, on a day of its
     * own: two bills of one visit would go to reviewers.
     */
    private static Bill anchored(HospitalDesk hospital) {
        Bill visit = DemonstrationBills.earlier(hospital.bill(), DAYS.incrementAndGet());
        Bill bill =
                new Bill(
                        visit.id(),
                        visit.checkCode(),
                        visit.issuer(),
                        visit.issuedAt(),
                        WANG,
                        visit.encounter(),
                        visit.payments(),
                        visit.relation(),
                        visit.lines(),
                        visit.categoryTotals());
        String upload = Browser.location(hospital.upload("a", HospitalDesk.fileOf(List.of(bill))));
        RunningGateway.await(() -> hospital.get(upload).body().contains("已上链 1"));
        return bill;
    }

    private static String identified(HospitalDesk desk, String number, String name) {
        desk.get("/hospital/window");
        HttpResponse<String> found =
                desk.post(
                        "/hospital/window",
                        Map.of("paper", "RESIDENT_ID", "number", number, "name", name));
        assertEquals(303, found.statusCode(), found.body());
        return Browser.location(found);
    }

    /** The form filled in, its first bill ticked. */
    private static Map<String, String> form(String page) {
        Map<String, String> form = new TreeMap<>();
        form.put("key", page.replaceFirst("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1"));
        form.put("bill", page.replaceFirst("(?s).*name=\"bill\" value=\"([^\"]+)\".*", "$1"));
        form.put("evidence", "纸质委托书 2026-17");
        form.put("bank", "示范银行");
        form.put("account", "6222020000001234");
        return form;
    }

    private static List<String> evidence() {
        return HospitalDesk.WORLD
                .gateway()
                .database()
                .with(handle ->
                        handle.createQuery("SELECT evidence FROM mandate")
                                .mapTo(String.class)
                                .list());
    }
}
