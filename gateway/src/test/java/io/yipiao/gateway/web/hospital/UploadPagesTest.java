package io.yipiao.gateway.web.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.gateway.web.Browser;
import io.yipiao.verifier.bill.Bill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A hospital's person uploads files with a browser without scripts. */
@Timeout(180)
class UploadPagesTest {
    private final HospitalDesk desk = HospitalDesk.inCustody();

    @Test
    void a_new_hospital_reads_that_there_are_no_bills_yet_in_both_languages() {
        String chinese = desk.get("/hospital").body();
        assertTrue(chinese.contains("还没有票据"));
        assertTrue(chinese.contains("把文件拖到这里，或选择文件"));
        assertTrue(chinese.contains("type=\"file\""));
        String english = desk.speaking("en").get("/hospital").body();
        assertTrue(english.contains("No bills yet"));
        assertTrue(english.contains("Drop files, or choose"));
        assertFalse(english.contains("票据<"), "one language a page");
    }

    @Test
    void a_file_is_registered_and_its_counts_are_shown_until_all_is_anchored() {
        HttpResponse<String> sent = desk.upload("bills.ndjson", file(3));
        assertEquals(303, sent.statusCode(), sent.body());
        String path = Browser.location(sent);
        RunningGateway.await(() -> page(path).contains("已接收 3 · 已查验 3 · 已上链 3 · 有错 0"));
        assertTrue(page(path).contains("<h1>3 张已登记</h1>"));
        assertTrue(page(path).contains("<progress value=\"3\" max=\"3\""));
        assertFalse(page(path).contains("data-live="), "nothing moves any more");
        desk.speaking("en");
        assertTrue(page(path).contains("<h1>3 registered</h1>"));
        assertTrue(page(path).contains("Received 3 · Checked 3 · Anchored 3 · Refused 0"));
        assertTrue(desk.get("/hospital").body().contains(">bills.ndjson</a>"));
    }

    @Test
    void live_events_bring_the_counts_and_lead_to_the_whole_page_at_the_end() {
        String path = Browser.location(desk.upload("bills.ndjson", file(2)));
        String events = new String(desk.fetch(path + "/live"), StandardCharsets.UTF_8);
        assertTrue(events.startsWith("data: <div class=\"uploadrow\">"), events);
        assertTrue(events.contains("已接收 2 · 已查验 2 · 已上链 2 · 有错 0"), events);
        assertTrue(events.endsWith("event: go\ndata: " + path + "\n\n"), events);
    }

    @Test
    void faulty_lines_are_told_by_line_given_back_and_taken_once_they_are_correct() {
        Bill wrong = desk.bill();
        List<String> lines = new ArrayList<>(List.of(HospitalDesk.line(desk.bill())));
        lines.add(HospitalDesk.faulty(wrong));
        lines.add("{\"id\":");
        String path = Browser.location(desk.upload("a.ndjson", HospitalDesk.file(lines)));
        String page = page(path);
        assertTrue(page.contains("<h1>1 张已登记，2 张没有收下</h1>"), page);
        for (String words :
                List.of("行", "号码", "字段", "应为", "实为", "怎么改", "改好再传，已登记的会跳过", "下载出错的票据")) {
            assertTrue(page.contains(words), words);
        }
        assertTrue(page.contains(wrong.id().number()));
        assertTrue(page.contains("金额合计"));
        assertTrue(page.contains("实付合计 ¥474.65") && page.contains("¥1,353.00"), page);
        assertTrue(page.contains("改好后只传这一张"));
        assertTrue(page.contains("正确的 JSON"), page);

        byte[] back = desk.fetch(path + "/faulty");

        assertEquals(
                HospitalDesk.faulty(wrong) + "\n{\"id\":\n",
                new String(back, StandardCharsets.UTF_8));
        lines.set(1, HospitalDesk.line(wrong));
        lines.remove(2);
        String again = Browser.location(desk.upload("a.ndjson", HospitalDesk.file(lines)));
        assertFalse(again.equals(path), "another content is another upload");
        assertTrue(page(again).contains("<h1>2 张已登记</h1>"));
        assertEquals(404, desk.get(again + "/faulty").statusCode());
    }

    @Test
    void a_faulty_line_is_told_in_english_to_whoever_reads_english() {
        String path =
                Browser.location(
                        desk.upload(
                                "a.ndjson",
                                HospitalDesk.file(List.of(HospitalDesk.faulty(desk.bill())))));
        String page = desk.speaking("en").get(path).body();
        assertTrue(page.contains("<h1>0 registered, 1 refused</h1>"), page);
        for (String words :
                List.of("How to fix", "Get faulty bills", "Fix and resend; others are skipped")) {
            assertTrue(page.contains(words), words);
        }
        assertTrue(page.contains("¥474.65, what was paid"), page);
    }

    @Test
    void nothing_chosen_is_said_and_nothing_is_begun() {
        HttpResponse<String> answer = desk.upload("", new byte[0]);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("还没有选文件"));
        assertTrue(answer.body().contains("<title>有错："));
        assertTrue(answer.body().contains("还没有票据"));
        HttpResponse<String> english = desk.speaking("en").upload("", new byte[0]);
        assertEquals(422, english.statusCode());
        assertTrue(english.body().contains("No file was chosen"));
    }

    @Test
    void the_same_form_sent_twice_is_one_upload() {
        byte[] file = file(2);
        String form = desk.form();
        String first = Browser.location(desk.send(form, "a.ndjson", file));
        assertEquals(first, Browser.location(desk.send(form, "a.ndjson", file)));
        HttpResponse<String> other = desk.send(form, "b.ndjson", file(1));
        assertEquals(303, other.statusCode());
        assertFalse(Browser.location(other).equals(first));
    }

    @Test
    void two_thousand_bills_are_taken_shown_in_parts_and_anchored() {
        String path = Browser.location(desk.upload("year.ndjson", file(2_000)));
        RunningGateway.await(() -> page(path).contains("已接收 2,000 · 已查验 2,000 · 已上链 2,000 · 有错 0"));
        String page = page(path);
        assertTrue(page.contains("<h1>2,000 张已登记</h1>"));
        assertEquals(50, page.split("/hospital/bills/", -1).length - 1);
        assertTrue(page(path + "?from=50").contains("?from=100"));
    }

    @Test
    void a_cut_upload_says_how_far_it_came_and_goes_on_with_the_same_file() throws IOException {
        List<Bill> bills = desk.bills(40);
        byte[] file = HospitalDesk.fileOf(bills);
        try (Socket half = desk.half("a.ndjson", file, file.length / 4)) {
            assertTrue(half.isConnected());
            RunningGateway.await(() -> desk.get("/hospital").body().contains("正在上传</span>"));
        }
        RunningGateway.await(() -> desk.get("/hospital").body().contains("中断"));
        String list = desk.get("/hospital").body();
        int came = came(list);
        assertTrue(came >= 25 && came < 40, "lines that came whole: " + came);
        String path = list.replaceFirst("(?s).*?(/hospital/uploads/[0-9a-f-]{36}).*", "$1");
        assertTrue(page(path).contains("<h1>已收 " + came + " 张，再选同一个文件会接着传</h1>"));
        assertTrue(page(path).contains("type=\"file\""), "the file can be chosen there");
        assertTrue(
                desk.speaking("en")
                        .get(path)
                        .body()
                        .contains(came + " in; choose the file again to go on"));
        desk.speaking("zh-CN");

        HttpResponse<String> again = desk.upload("renamed (1).ndjson", file);

        assertEquals(path, Browser.location(again));
        assertTrue(page(path).contains("<h1>40 张已登记</h1>"));
        RunningGateway.await(() -> page(path).contains("已接收 40 · 已查验 40 · 已上链 40 · 有错 0"));
    }

    @Test
    void hostile_names_of_files_do_no_harm() {
        List<String> names =
                List.of(
                        "<script>alert(1)</script>.ndjson",
                        "../../etc/passwd",
                        "C:\\bills\\\"><img src=x onerror=alert(1)>",
                        "a\u202Egnp.exe",
                        "a\u0000\r\nSet-Cookie: x=y",
                        "名".repeat(255));
        for (String name : names) {
            assertEquals(303, desk.upload(name, file(1)).statusCode(), name);
        }
        HttpResponse<String> list = desk.get("/hospital");
        assertFalse(list.body().contains("<script>alert") || list.body().contains("<img"));
        assertFalse(list.body().contains("\u202E") || list.body().contains("\u0000"));
        assertTrue(list.body().contains(">passwd</a>") && !list.body().contains("../"));
        assertFalse(list.headers().map().toString().contains("x=y"));
        assertTrue(list.body().contains("名…</a>"));
    }

    @Test
    void another_hospitals_upload_is_not_there() {
        String path = Browser.location(desk.upload("a.ndjson", file(1)));
        HospitalDesk other = HospitalDesk.inCustody();
        for (String page : List.of(path, path + "/live", path + "/faulty")) {
            assertEquals(404, other.get(page).statusCode(), page);
        }
        assertFalse(other.get("/hospital").body().contains("a.ndjson"));
        assertEquals(404, desk.get("/hospital/uploads/1-1-1-1-1").statusCode());
        assertEquals(404, desk.get("/hospital/uploads/nothing").statusCode());
    }

    @Test
    void a_hospital_without_a_key_here_is_told_to_seal_its_file() {
        HospitalDesk own = HospitalDesk.of(HospitalDesk.WORLD.hospital().issuer());
        HttpResponse<String> answer = own.upload("a.ndjson", HospitalDesk.fileOf(own.bills(1)));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("这里没有保管贵院的签章密钥"));
        assertTrue(answer.body().contains("还没有票据"), "nothing is left that looks cut off");
    }

    @Test
    void what_is_kept_of_a_file_is_encrypted() {
        String path =
                Browser.location(
                        desk.upload(
                                "张示范.ndjson",
                                HospitalDesk.file(List.of(HospitalDesk.faulty(desk.bill())))));
        String id = path.substring(path.lastIndexOf('/') + 1);
        for (String sql :
                List.of(
                        "SELECT name FROM upload_file WHERE upload = cast(? AS uuid)",
                        "SELECT content FROM upload_refused WHERE upload = cast(? AS uuid)")) {
            byte[] kept =
                    HospitalDesk.WORLD
                            .gateway()
                            .database()
                            .with(handle ->
                                    handle.createQuery(sql).bind(0, id).mapTo(byte[].class).one());
            assertFalse(
                    new String(kept, StandardCharsets.UTF_8).contains("张示范"),
                    Arrays.toString(kept));
        }
    }

    private static int came(String list) {
        return Integer.parseInt(list.replaceFirst("(?s).*已收 ([0-9]+) 张.*", "$1"));
    }

    private byte[] file(int bills) {
        return HospitalDesk.fileOf(desk.bills(bills));
    }

    private String page(String path) {
        return desk.get(path).body();
    }
}
