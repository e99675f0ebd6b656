package io.yipiao.gateway.web.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.RelatedBills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.gateway.web.Browser;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.reader.BillReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a hospital does to bills it issued, with a browser without scripts. */
@Timeout(180)
class BillLifeTest {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Bills BILLS =
            new Bills(
                    HospitalDesk.WORLD.gateway().database(),
                    HospitalDesk.WORLD.gateway().secrets().personal());
    private static final RelatedBills RELATED =
            new RelatedBills(HospitalDesk.WORLD.gateway().database());

    private final HospitalDesk desk = HospitalDesk.inCustody();

    @Test
    void a_partial_refund_is_a_red_bill_for_the_whole_and_a_new_bill_of_the_rest() {
        Bill stay = desk.inSeries(desk.stay());
        String page = registered(stay) + "/red";
        String shown = desk.get(page).body();
        assertTrue(shown.contains("¥3,354.30"), shown);
        HttpResponse<String> check = send(page, Map.of("line", tomography(stay), "step", "check"));
        assertEquals(200, check.statusCode(), check.body());
        assertTrue(check.body().contains("¥3,354.30"), "the red bill");
        assertTrue(check.body().contains("¥3,094.30"), "the new bill");
        assertTrue(issued(stay, Relation.Kind.REVERSES).isEmpty(), "to check changes nothing");

        Map<String, String> last = new HashMap<>(hidden(check.body()));
        last.put("step", "issue");
        assertEquals(303, desk.post(page, last).statusCode());
        assertEquals(303, desk.post(page, last).statusCode(), "sent again it is answered alike");

        StoredBill red = issued(stay, Relation.Kind.REVERSES).getFirst();
        StoredBill renewed = issued(stay, Relation.Kind.REPLACES).getFirst();
        assertEquals(1, issued(stay, Relation.Kind.REVERSES).size());
        assertEquals(1, issued(stay, Relation.Kind.REPLACES).size());
        assertEquals(new Fen(335_430), red.bill().total());
        assertEquals(new Fen(309_430), renewed.bill().total());
        assertEquals(stay.lines().size() - 1, renewed.bill().lines().size());
        assertEquals(next(stay, 1), red.bill().id().number());
        assertEquals(next(stay, 2), renewed.bill().id().number());
        assertTrue(desk.get(page).body().contains("这张票据已经冲红"));
        RunningGateway.await(() ->
                desk.get("/hospital/bills/" + stored(stay).id()).body().contains("已全部退费，票据作废"));
        last.put("key", UUID.randomUUID().toString());
        last.put("red", "");
        assertEquals(422, desk.post(page, last).statusCode(), "another form takes nothing back");
    }

    @Test
    void a_bill_on_paper_is_taken_back_once_its_paper_is() {
        Bill stay = desk.inSeries(desk.stay());
        String bill = registered(stay);
        HttpResponse<String> exchanged = send(bill + "/exchange", Map.of("step", "issue"));
        assertEquals(303, exchanged.statusCode(), exchanged.body());
        StoredBill paper = issued(stay, Relation.Kind.EXCHANGES).getFirst();
        assertEquals(next(stay, 1), paper.bill().id().number());
        String face = paper.bill().id().code() + " " + paper.bill().id().number();
        String refused = desk.get(bill + "/red").body();
        assertTrue(refused.contains("已换开纸质票据 " + face), refused);
        assertEquals(422, send(bill + "/red", Map.of("step", "check")).statusCode());
        assertTrue(desk.get(bill + "/exchange").body().contains("还没有收回"));

        Bill byFile = io.yipiao.gateway.demo.DemonstrationBills.red(stay, desk.number());
        String line = page(desk.upload("red.ndjson", HospitalDesk.fileOf(List.of(byFile))));
        assertTrue(line.contains(face), line);
        assertTrue(line.contains("先登记那张纸质票据已收回或作废"), line);

        String move = "/hospital/papers/" + paper.id();
        assertEquals(303, send(bill + "/exchange", move, Map.of("to", "COLLECTED")).statusCode());
        assertEquals(303, send(bill + "/exchange", move, Map.of("to", "VOIDED")).statusCode());
        String papers = desk.get(bill + "/exchange").body();
        assertTrue(papers.contains("已收回") && !papers.contains("已作废"), papers);
        HttpResponse<String> check = send(bill + "/red", Map.of("step", "check"));
        Map<String, String> last = new HashMap<>(hidden(check.body()));
        last.put("step", "issue");
        assertEquals(303, desk.post(bill + "/red", last).statusCode());
        assertEquals(1, issued(stay, Relation.Kind.REVERSES).size());
        assertTrue(issued(stay, Relation.Kind.REPLACES).isEmpty(), "all of it was refunded");
        assertTrue(desk.get(bill + "/exchange").body().contains("不能换开"));
    }

    @Test
    void another_paper_follows_once_the_first_is_void() {
        Bill stay = desk.inSeries(desk.stay());
        String bill = registered(stay) + "/exchange";
        assertEquals(303, send(bill, Map.of("step", "issue")).statusCode());
        StoredBill first = issued(stay, Relation.Kind.EXCHANGES).getFirst();
        assertEquals(422, send(bill, Map.of("step", "issue")).statusCode());
        send(bill, "/hospital/papers/" + first.id(), Map.of("to", "VOIDED"));
        assertEquals(303, send(bill, Map.of("step", "issue")).statusCode());
        assertEquals(2, issued(stay, Relation.Kind.EXCHANGES).size());
        String ofPaper = desk.get("/hospital/bills/" + first.id() + "/exchange").body();
        assertTrue(ofPaper.contains(stay.id().number()), "a paper's page is its bill's");
    }

    @Test
    void a_hospital_with_its_own_key_gets_both_bills_as_a_file_to_seal() throws Exception {
        Hospital hospital = HospitalDesk.WORLD.hospital();
        HospitalDesk own = HospitalDesk.of(hospital.issuer());
        Bill stay = own.stay();
        own.upload("bills.ndjson", hospital.upload(List.of(stay)));
        String page = "/hospital/bills/" + stored(stay).id() + "/red";
        assertTrue(own.get(page).body().contains("冲红"));
        Map<String, String> fields = new HashMap<>(hidden(own.get(page).body()));
        fields.putAll(Map.of("line", tomography(stay), "step", "check"));
        assertEquals(422, own.post(page, fields).statusCode(), "no series to draw from");
        fields.putAll(Map.of("red", own.number() + "", "new", own.number() + ""));
        fields.replaceAll((name, value) ->
                name.equals("red") || name.equals("new")
                        ? "%010d".formatted(Long.parseLong(value))
                        : value);
        Map<String, String> last = new HashMap<>(hidden(own.post(page, fields).body()));
        last.put("step", "file");
        HttpResponse<String> file = own.post(page, last);
        assertEquals(200, file.statusCode());
        List<Bill> bills = new ArrayList<>();
        for (String line : file.body().lines().toList()) {
            bills.add(BillReader.read(line.getBytes(StandardCharsets.UTF_8)));
        }
        assertEquals(2, bills.size());
        own.upload("sealed.ndjson", hospital.upload(bills));
        assertEquals(1, issued(stay, Relation.Kind.REVERSES).size());
        assertEquals(
                new Fen(309_430), issued(stay, Relation.Kind.REPLACES).getFirst().bill().total());
    }

    @Test
    void another_hospital_finds_none_of_it() {
        String bill = registered(desk.inSeries(desk.stay()));
        HospitalDesk other = HospitalDesk.inCustody();
        assertEquals(404, other.get(bill + "/red").statusCode());
        assertEquals(404, other.get(bill + "/exchange").statusCode());
        assertEquals(404, other.post(bill + "/red", Map.of("step", "issue")).statusCode());
    }

    private static String tomography(Bill stay) {
        return stay.lines().stream()
                .filter(line -> line.catalogueCode().equals("DEMO-CT"))
                .map(line -> Integer.toString(line.sequence()))
                .findFirst()
                .orElseThrow();
    }

    private String registered(Bill bill) {
        HttpResponse<String> sent = desk.upload("a.ndjson", HospitalDesk.fileOf(List.of(bill)));
        assertEquals(303, sent.statusCode(), sent.body());
        return "/hospital/bills/" + stored(bill).id();
    }

    private static StoredBill stored(Bill bill) {
        return BILLS.byIdentity(bill.id()).getFirst();
    }

    private String page(HttpResponse<String> sent) {
        return desk.get(Browser.location(sent)).body();
    }

    private static List<StoredBill> issued(Bill bill, Relation.Kind kind) {
        return RELATED.of(bill.id(), bill.issuer().number(), kind).stream()
                .map(id -> BILLS.byId(id).orElseThrow())
                .toList();
    }

    private static String next(Bill bill, int after) {
        return "%010d".formatted(Long.parseLong(bill.id().number()) + after);
    }

    /** Opens a page and sends its form with these fields. */
    private HttpResponse<String> send(String page, Map<String, String> fields) {
        return send(page, page, fields);
    }

    private HttpResponse<String> send(String page, String to, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(hidden(desk.get(page).body()));
        if (page.endsWith("/exchange") && to.equals(page)) {
            all.put("code", "99060226");
        }
        all.putAll(fields);
        return desk.post(to, all);
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = HIDDEN.matcher(page);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        assertFalse(fields.isEmpty(), page);
        fields.remove("csrf");
        return fields;
    }
}
