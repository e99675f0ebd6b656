package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Demonstration;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Bills from elsewhere over HTTP: filed, asked about, checked, and what is refused. */
@Timeout(120)
class ElsewhereOperationsTest {
    private static final RunningGateway WORLD = RunningGateway.shared();
    private static final String PATH = "/api/v1/elsewhere";
    private static final AtomicInteger NUMBERS = new AtomicInteger(8_500);

    private static final Api CITIZEN = WORLD.people().asCitizen();
    private static final Api CLERK = WORLD.people().asClerk();
    private static final Api MOTHER = as(Role.CITIZEN, "李样本", "990000198801230136");
    private static final Api HIMSELF = as(Role.CLERK, "张示范", Demonstration.CITIZEN);
    private static final Api ANOTHER = as(Role.CLERK, "李明", "990000197611110067");

    private final String bill = "%010d".formatted(NUMBERS.incrementAndGet());

    @BeforeAll
    static void payersAndTheAccountAreThere() {
        WORLD.people().enrolPayers();
        Demonstration.openAccount(CITIZEN);
    }

    @Test
    void a_filing_waits_and_the_same_request_again_is_the_same_filing() throws FieldException {
        String key = UUID.randomUUID().toString();
        Json.Members filing = CITIZEN.post(PATH, filing(), key).expect(201).json();
        assertEquals("WAITING", filing.text("state"));
        assertEquals(bill, filing.object("identity").text("number"));
        assertEquals(360_000, filing.whole("totalFen"));
        assertEquals("邻市第一医院", filing.text("hospital"));
        assertEquals(filing, CITIZEN.post(PATH, filing(), key).expect(201).json(), "once more");
        assertEquals(filing, CITIZEN.get(path(filing)).expect(200).json());
        assertEquals(filing, CLERK.get(path(filing)).expect(200).json());
        assertTrue(listed().contains(filing.text("number")));
        Problems.notFound(MOTHER.get(path(filing)));
        Problems.notFound(CITIZEN.get(PATH + "/2222-2222-2222-2222"));

        Json.Members other = with(filing(), "hospital", new Json.Text("另一家医院"));
        Problems.refused(CITIZEN.post(PATH, other, key), 422, "not-taken");
        Api.Reply again = CITIZEN.post(PATH, filing(), UUID.randomUUID().toString());
        assertEquals(409, again.status(), again.text());
        assertEquals(filing.text("number"), again.json().text("claim"));
    }

    @Test
    void what_a_filing_lacks_is_named_by_its_field() {
        Problems.faulty(
                CITIZEN.post(PATH, Json.object().end(), "a"),
                "admitted",
                "care",
                "discharged",
                "face",
                "hospital");
        Problems.faulty(file("hospital", ""), "hospital");
        Problems.faulty(file("discharged", "2026-09-01"), "discharged");
        Problems.faulty(file("admitted", "yesterday"), "admitted");
        Problems.faulty(file("care", "SPA"), "care");
        Problems.faulty(CITIZEN.post(PATH, filing()), "Idempotency-Key");
        Problems.refused(
                MOTHER.post(PATH, filing(), UUID.randomUUID().toString()), 422, "not-taken");
    }

    @Test
    void what_is_missing_is_asked_for_and_answered_before_anything_is_recorded()
            throws FieldException {
        Json.Members filing = filed();
        Problems.faulty(ask(CLERK, filing, " "), "question");
        Problems.faulty(CLERK.post(path(filing) + "/questions", Json.object().end()), "question");
        assertEquals(422, ask(HIMSELF, filing, "问").status());
        Problems.notFound(CLERK.post(PATH + "/2222-2222-2222-2222/questions", question("问")));
        Problems.refused(answer(CITIZEN, filing, "早"), 409, "gone-on");

        Json.Members asked = ask(CLERK, filing, "请补交费用清单").expect(200).json();
        assertEquals("SUPPLEMENT", asked.text("state"));
        assertEquals("请补交费用清单", asked.text("question"));
        assertEquals(asked, ask(CLERK, filing, "请补交费用清单").expect(200).json(), "once more");
        assertEquals(asked, CITIZEN.get(path(filing)).expect(200).json());
        Problems.refused(ask(ANOTHER, filing, "别的"), 409, "gone-on");
        Problems.refused(record(CLERK, filing, genuine("100.00")), 409, "gone-on");
        Problems.notFound(answer(MOTHER, filing, "不是我的"));
        Problems.faulty(answer(CITIZEN, filing, " "), "text");

        Json.Members answered = answer(CITIZEN, filing, "已交到窗口").expect(200).json();
        assertEquals("WAITING", answered.text("state"));
        assertFalse(answered.has("question"));
        Problems.refused(answer(CITIZEN, filing, "已交到窗口"), 409, "gone-on");
        assertEquals("ACCEPTED", state(record(CLERK, filing, genuine("100.00"))));
    }

    @Test
    void what_a_clerk_records_makes_it_a_claim_under_its_number() throws FieldException {
        Json.Members filing = filed();
        Problems.faulty(
                record(CLERK, filing, Json.object().end()),
                "official",
                "person",
                "seen",
                "standing",
                "unclaimed");
        Problems.faulty(record(CLERK, filing, genuine("100.01")), "payments");
        Json.Members noLines = with(genuine("100.00"), "bill", Json.object().end());
        assertEquals(400, record(CLERK, filing, noLines).status());
        assertEquals(422, record(HIMSELF, filing, genuine("100.00")).status());
        Problems.notFound(CLERK.post(PATH + "/2222-2222-2222-2222/result", genuine("100.00")));
        assertEquals("WAITING", state(CITIZEN.get(path(filing))));

        Json.Members accepted = record(CLERK, filing, genuine("100.00")).expect(200).json();
        assertEquals("ACCEPTED", accepted.text("state"));
        assertEquals(accepted, record(CLERK, filing, genuine("100.00")).expect(200).json());
        Problems.refused(record(ANOTHER, filing, genuine("100.00")), 409, "gone-on");
        Problems.refused(withdraw(CITIZEN, filing), 409, "gone-on");
        Json.Members claim =
                CITIZEN.get("/api/v1/claims/" + filing.text("number")).expect(200).json();
        assertEquals(filing.text("filedAt"), claim.text("submittedAt"));
        assertEquals(360_000, claim.whole("claimableFen"));
        assertFalse(listed().contains(filing.text("number")));
    }

    @Test
    void what_speaks_against_a_bill_is_told_and_it_may_be_filed_again() throws FieldException {
        Json.Members filing = filed();
        Json.Members result = with(genuine("100.00"), "official", new Json.Text("NOT_FOUND"));
        Json.Members refused = record(CLERK, filing, result).expect(200).json();
        assertEquals("REFUSED", refused.text("state"));
        assertEquals("NOT_FOUND", refused.text("reason"));
        Problems.notFound(CITIZEN.get("/api/v1/claims/" + filing.text("number")));
        assertEquals("WAITING", filed().text("state"));
    }

    @Test
    void it_is_taken_back_by_its_own_claimant_and_a_repeat_says_the_same() {
        Json.Members filing = filed();
        Problems.notFound(withdraw(MOTHER, filing));
        assertEquals("WITHDRAWN", state(withdraw(CITIZEN, filing)));
        assertEquals("WITHDRAWN", state(withdraw(CITIZEN, filing)));
        Problems.refused(record(CLERK, filing, genuine("100.00")), 409, "gone-on");
    }

    @Test
    void the_list_goes_on_behind_any_of_its_filings() throws FieldException {
        String first = filed().text("number");
        String second =
                Uploaded.text(
                        CITIZEN.post(
                                        PATH,
                                        filing("%010d".formatted(NUMBERS.incrementAndGet())),
                                        UUID.randomUUID().toString())
                                .expect(201)
                                .json(),
                        "number");
        assertEquals(List.of(second), listed("?limit=1&after=" + first));
        assertFalse(listed("?after=" + second).contains(first));
        assertEquals(1, listed("?limit=1").size());
        Problems.faulty(CLERK.get(PATH + "?limit=0"), "limit");
    }

    private static Api as(Role role, String name, String idNumber) {
        String token = WORLD.people().token(role, WORLD.people().person(name, idNumber));
        return new Api(WORLD.gateway().address(), Optional.of(token));
    }

    private Json.Members filed() {
        return CITIZEN.post(PATH, filing(), UUID.randomUUID().toString()).expect(201).json();
    }

    private Api.Reply file(String field, String value) {
        return CITIZEN.post(
                PATH, with(filing(), field, new Json.Text(value)), UUID.randomUUID().toString());
    }

    private Json.Members filing() {
        return filing(bill);
    }

    private static Json.Members filing(String number) {
        return Json.object()
                .put(
                        "face",
                        Json.object()
                                .put("code", "98060226")
                                .put("number", number)
                                .put("checkCode", "abc123")
                                .put("totalFen", 360_000)
                                .put("issueDate", "2026-09-13")
                                .end())
                .put("hospital", "邻市第一医院")
                .put("care", "INPATIENT")
                .put("admitted", "2026-09-07")
                .put("discharged", "2026-09-13")
                .end();
    }

    private static Json.Members genuine(String price) {
        return Json.object()
                .put("official", "GENUINE")
                .put("person", true)
                .put("unclaimed", true)
                .put("standing", true)
                .put("seen", "页面显示一致")
                .put(
                        "bill",
                        Json.object()
                                .put("institution", "H99020100001")
                                .put("hospital", "邻市第一医院")
                                .put("encounter", "ZY-77")
                                .put("diagnoses", Json.texts(List.of("I10")))
                                .put("fundFen", 0)
                                .put("lines", "05,DEMO-INF,示范检查,36," + price + ",甲")
                                .end())
                .end();
    }

    private static Api.Reply record(Api who, Json.Members filing, Json.Members result) {
        return who.post(path(filing) + "/result", result);
    }

    private static Api.Reply ask(Api who, Json.Members filing, String question) {
        return who.post(path(filing) + "/questions", question(question));
    }

    private static Json.Members question(String question) {
        return Json.object().put("question", question).end();
    }

    private static Api.Reply answer(Api who, Json.Members filing, String text) {
        return who.post(path(filing) + "/supplement", Json.object().put("text", text).end());
    }

    private static Api.Reply withdraw(Api who, Json.Members filing) {
        return who.post(path(filing) + "/withdrawal", Json.object().end());
    }

    private static String state(Api.Reply reply) {
        return Uploaded.text(reply.expect(200).json(), "state");
    }

    private static String path(Json.Members filing) {
        return PATH + "/" + Uploaded.text(filing, "number");
    }

    private static Json.Members with(Json.Members body, String name, Json value) {
        TreeMap<String, Json> members = new TreeMap<>(body.values());
        members.put(name, value);
        return new Json.Members(members);
    }

    private static List<String> listed() {
        return listed("?limit=200");
    }

    private static List<String> listed(String query) {
        try {
            return CLERK
                    .get(PATH + query)
                    .expect(200)
                    .json()
                    .items("filings")
                    .objects("filings")
                    .stream()
                    .map(one -> Uploaded.text(one, "number"))
                    .toList();
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }
}
