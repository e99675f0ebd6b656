package io.yipiao.gateway.web.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.intake.RelatedBills;
import io.yipiao.gateway.start.AtOnce;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Relation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Several people of one hospital at the same bill at the same moment. */
@Timeout(180)
class RefundRaceTest {
    private static final int PEOPLE = 4;
    private static final int ROUNDS = Boolean.getBoolean("yipiao.long") ? 60 : 3;
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final RelatedBills RELATED =
            new RelatedBills(HospitalDesk.WORLD.gateway().database());

    private final HospitalDesk desk = HospitalDesk.inCustody();
    private final List<HospitalDesk> people =
            IntStream.range(0, PEOPLE).mapToObj(i -> HospitalDesk.of(desk.issuer())).toList();

    @Test
    void of_several_who_refund_one_bill_one_issues_and_each_other_is_told_why() {
        for (int round = 0; round < ROUNDS; round++) {
            Bill stay = desk.inSeries(desk.stay());
            String page = registered(stay) + "/red";
            List<Callable<HttpResponse<String>>> presses = new ArrayList<>();
            for (HospitalDesk person : people) {
                presses.add(issuing(person, page, Map.of("line", "1")));
            }
            List<HttpResponse<String>> answers = AtOnce.all(presses);
            assertEquals(1, won(answers).size(), "one issues");
            for (HttpResponse<String> loser : lost(answers)) {
                told(loser, "有人正在冲红这张票据", "这张票据已经冲红");
            }
            assertEquals(1, issued(stay, Relation.Kind.REVERSES));
            assertEquals(1, issued(stay, Relation.Kind.REPLACES));
            assertTrue(desk.get(page).body().contains("这张票据已经冲红"));
        }
    }

    @Test
    void of_one_who_takes_a_bill_back_and_one_who_puts_it_on_paper_one_does() {
        for (int round = 0; round < ROUNDS; round++) {
            Bill stay = desk.inSeries(desk.stay());
            String bill = registered(stay);
            List<HttpResponse<String>> answers =
                    AtOnce.all(
                            List.of(
                                    issuing(people.get(0), bill + "/red", Map.of()),
                                    exchanging(people.get(1), bill + "/exchange")));
            assertEquals(1, won(answers).size(), () -> "one wins: " + answers);
            told(lost(answers).getFirst(), "已换开纸质票据", "冲红");
            assertEquals(
                    1,
                    issued(stay, Relation.Kind.REVERSES) + issued(stay, Relation.Kind.EXCHANGES));
        }
    }

    private static Callable<HttpResponse<String>> issuing(
            HospitalDesk person, String page, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(hidden(person.get(page)));
        all.putAll(fields);
        all.put("step", "check");
        Map<String, String> last = new HashMap<>(hidden(person.post(page, all)));
        last.put("step", "issue");
        return () -> person.post(page, last);
    }

    private static Callable<HttpResponse<String>> exchanging(HospitalDesk person, String page) {
        Map<String, String> fields = new HashMap<>(hidden(person.get(page)));
        fields.put("code", "99060226");
        fields.put("step", "issue");
        return () -> person.post(page, fields);
    }

    private static List<HttpResponse<String>> won(List<HttpResponse<String>> answers) {
        return answers.stream().filter(answer -> answer.statusCode() == 303).toList();
    }

    private static List<HttpResponse<String>> lost(List<HttpResponse<String>> answers) {
        return answers.stream().filter(answer -> answer.statusCode() != 303).toList();
    }

    private static void told(HttpResponse<String> answer, String... one) {
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(
                List.of(one).stream().anyMatch(answer.body()::contains),
                () -> List.of(one) + " in " + answer.body());
    }

    private String registered(Bill bill) {
        assertEquals(303, desk.upload("a.ndjson", HospitalDesk.fileOf(List.of(bill))).statusCode());
        return "/hospital/bills/" + HospitalDesk.stored(bill).id();
    }

    private static int issued(Bill bill, Relation.Kind kind) {
        return RELATED.of(bill.id(), bill.issuer().number(), kind).size();
    }

    private static Map<String, String> hidden(HttpResponse<String> page) {
        assertEquals(200, page.statusCode(), page.body());
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = HIDDEN.matcher(page.body());
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        fields.remove("csrf");
        return fields;
    }
}
