package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Demonstration;
import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What is wanted back, over HTTP: revoked, repaid, set off, written off by two, amended. */
@Timeout(180)
class RecoveryOperationsTest {
    private static final RunningGateway WORLD = RunningGateway.shared();
    private static final AtomicInteger DAYS = new AtomicInteger(40);
    private static final int HOSPITAL = WORLD.hospitalInCustody();

    private static final Api CITIZEN = WORLD.people().asCitizen();
    private static final Api CLERK = WORLD.people().asClerk();
    private static final Api SUPERVISOR = staff("主管王", "990000195504120113");
    private static final Api CHIEF = staff("处长赵", "990000194906300040");

    /** Who supervises and claimed it himself. */
    private static final Api HIMSELF = staff("张示范", Demonstration.CITIZEN);

    private String claim = "";
    private long stamped;

    @BeforeAll
    static void payersAndTheAccountAreThere() {
        WORLD.people().enrolPayers();
        CITIZEN.put(
                        "/api/v1/accounts",
                        Json.object()
                                .put("holder", "张示范")
                                .put("bank", "示范银行")
                                .put("number", "6222000000004821")
                                .end())
                .expect(200);
    }

    @BeforeEach
    void aClaimIsStamped() {
        claim = claimed(DemonstrationBills.stay());
        decide(CLERK, Json.object().put("decision", "APPROVE").end());
        stamped = stamped();
    }

    @Test
    void a_stamp_is_revoked_by_a_supervisor_and_is_wanted_back_then() throws FieldException {
        Json.Members answer = revoke(SUPERVISOR, 3_000, "one").expect(200).json();
        assertEquals(claim, answer.text("number"));
        await("RECOVERING");
        assertEquals(
                "RECOVERING", revoke(SUPERVISOR, 3_000, "one").expect(200).json().text("state"));
        assertEquals(3_000, recovery(CLERK).whole("owedFen"), "sent again it is revoked once");

        Json.Members wanted = recovery(CLERK);
        assertEquals(claim, wanted.text("claim"));
        assertEquals("RECOVERING", wanted.text("state"));
        assertEquals(stamped - 3_000, wanted.whole("stampedFen"));
        assertEquals(3_000, wanted.whole("openFen"));
        assertEquals(0, wanted.whole("repaidFen"));
        assertFalse(wanted.flag("fromNextPayment"));
        assertTrue(listed().contains(claim));
    }

    @Test
    void who_may_not_revoke_or_not_so_much_is_told_why() {
        Problems.refused(revoke(HIMSELF, 100, "a"), 403, "own-claim");
        Problems.refused(revoke(SUPERVISOR, stamped + 1, "b"), 409, "wrong-amount");
        Problems.faulty(revoke(SUPERVISOR, 0, "c"), "fen");
        Problems.faulty(
                SUPERVISOR.post(path("revocations"), Json.object().end(), "d"), "fen", "reason");
        Problems.faulty(SUPERVISOR.post(path("revocations"), revocation(100)), "Idempotency-Key");
        Problems.notFound(
                SUPERVISOR.post(
                        "/api/v1/claims/2222-2222-2222-2222/revocations", revocation(100), "e"));
        Problems.notFound(SUPERVISOR.get(path("recovery")));
        Api nobody = WORLD.people().as("主管", Role.SUPERVISOR);
        Problems.refused(revoke(nobody, 100, "n"), 403, "person-missing");
        claim = claimed(DemonstrationBills.stay());
        Problems.refused(revoke(SUPERVISOR, 100, "f"), 409, "not-stamped");
    }

    @Test
    void what_came_back_in_parts_closes_it_and_a_repeat_closes_nothing_more()
            throws FieldException {
        wantBack(3_000);
        Json.Members first = settle(CLERK, "REPAID", 1_000, "1").expect(200).json();
        assertEquals(1_000, first.whole("repaidFen"));
        assertEquals(2_000, first.whole("openFen"));
        Json.Members part = first.items("parts").objects("parts").getFirst();
        assertEquals("REPAID", part.text("kind"));
        assertEquals(1_000, part.whole("fen"));
        assertEquals("CLOSED", part.text("state"));
        assertEquals("周试用", part.text("by"));
        assertEquals("收据 0001", part.text("note"));
        assertEquals(first, settle(CLERK, "REPAID", 1_000, "1").expect(200).json());

        Json.Members refused =
                Problems.refused(settle(CLERK, "REPAID", 2_001, "2"), 409, "too-much");
        assertEquals("At most 20.00 yuan can be settled.", refused.text("detail"));
        Json.Members end = settle(SUPERVISOR, "REPAID", 2_000, "3").expect(200).json();
        assertEquals("RECOVERED", end.text("state"));
        assertEquals(0, end.whole("openFen"));
        assertFalse(listed().contains(claim));
        Problems.refused(settle(CLERK, "REPAID", 1, "4"), 409, "not-owed");
    }

    @Test
    void the_claimant_sees_it_without_who_recorded_it_and_nobody_else_does() throws FieldException {
        wantBack(3_000);
        settle(CLERK, "REPAID", 1_000, "1").expect(200);
        Json.Members his = CITIZEN.get(path("recovery")).expect(200).json();
        assertEquals(2_000, his.whole("openFen"));
        Json.Members part = his.items("parts").objects("parts").getFirst();
        assertFalse(part.has("by") || part.has("note"), part.toString());
        Owner another = WORLD.people().person("李样本", "990000198801230136");
        Api other =
                new Api(
                        WORLD.gateway().address(),
                        Optional.of(WORLD.people().token(Role.CITIZEN, another)));
        Problems.notFound(other.get(path("recovery")));
        Problems.notFound(CITIZEN.get("/api/v1/claims/2222-2222-2222-2222/recovery"));
    }

    @Test
    void what_a_settlement_lacks_is_named_by_its_field() {
        wantBack(3_000);
        Problems.faulty(settle(CLERK, "OFFSET", 100, "a"), "fen");
        Problems.faulty(
                CLERK.post(path("recovery"), settlement("REPAID", Optional.empty()), "b"), "fen");
        Problems.faulty(settle(CLERK, "REPAID", 0, "c"), "fen");
        Problems.faulty(settle(CLERK, "GIVEN", 100, "d"), "kind");
        Json.Members blank = with(settlement("REPAID", Optional.of(100L)), "note", " ");
        Problems.faulty(CLERK.post(path("recovery"), blank, "e"), "note");
        Problems.faulty(
                CLERK.post(path("recovery"), settlement("REPAID", Optional.of(100L))),
                "Idempotency-Key");
        Problems.refused(settle(HIMSELF, "REPAID", 100, "f"), 403, "own-claim");
        Problems.notFound(
                CLERK.post(
                        "/api/v1/claims/2222-2222-2222-2222/recovery",
                        settlement("REPAID", Optional.of(100L)),
                        "g"));
        assertEquals(3_000, Uploaded.whole(recovery(CLERK), "openFen"));
    }

    @Test
    void a_write_off_takes_a_supervisor_and_a_second_organisation() throws FieldException {
        wantBack(3_000);
        Problems.refused(settle(CLERK, "WRITTEN_OFF", 3_000, "1"), 403, "for-supervisor");
        Json.Members asked = settle(CHIEF, "WRITTEN_OFF", 3_000, "2").expect(200).json();
        assertEquals(3_000, asked.whole("openFen"), "nothing is given up before it is confirmed");
        Json.Members part = asked.items("parts").objects("parts").getFirst();
        assertEquals("PENDING", part.text("state"));
        assertEquals(asked, settle(CHIEF, "WRITTEN_OFF", 3_000, "2").expect(200).json());
        Problems.refused(settle(SUPERVISOR, "WRITTEN_OFF", 1, "3"), 409, "already-asked");

        WORLD.confirm(part.text("digest"));
        await("WRITTEN_OFF");
        Json.Members end = recovery(CLERK);
        assertEquals(3_000, end.whole("writtenOffFen"));
        assertEquals(0, end.whole("openFen"));
        assertEquals("CLOSED", end.items("parts").objects("parts").getFirst().text("state"));
    }

    /** Other tests' claims of the same patient wait to be paid; the oldest pays it off. */
    @Test
    void it_is_set_off_against_a_payment_to_the_same_patient_which_it_names()
            throws FieldException {
        String owed = claim;
        claim = claimed(DemonstrationBills.stay());
        decide(CLERK, Json.object().put("decision", "APPROVE").end());
        claim = owed;
        wantBack(500);
        Json.Members order = settlement("OFFSET", Optional.empty());
        CLERK.post(path("recovery"), order, "1").expect(200);
        CLERK.post(path("recovery"), order, "1").expect(200);
        await("RECOVERED");
        Json.Members end = recovery(CLERK);
        assertEquals(500, end.whole("offsetFen"));
        assertEquals(0, end.whole("openFen"));
        assertEquals(1, end.items("parts").objects("parts").size());
        Json.Members part = end.items("parts").objects("parts").getFirst();
        assertEquals("OFFSET", part.text("kind"));
        assertEquals(500, part.whole("fen"));
        String paid = part.text("against");
        assertFalse(paid.equals(owed));
        assertEquals("PROVED", state(paid));
        assertEquals(200, CITIZEN.get("/api/v1/claims/" + paid).status(), "it is his own");
    }

    @Test
    void an_appeal_raises_the_stamp_to_what_the_sheet_gives_anew() throws FieldException {
        claim = claimed(DemonstrationBills.stay());
        decide(
                CLERK,
                Json.object()
                        .put("decision", "PART")
                        .put("lines", List.of(new Json.Whole(9), new Json.Whole(11)))
                        .put("reason", "规则")
                        .end());
        long before = stamped();
        Problems.refused(amend(SUPERVISOR, amendment(9, 11), "1"), 409, "wrong-amount");
        Json.Members seen = with(amendment(9), "seenFen", new Json.Whole(before));
        Problems.refused(amend(SUPERVISOR, seen, "2"), 409, "sheet-changed");
        Problems.refused(amend(HIMSELF, amendment(9), "3"), 403, "own-claim");
        Problems.faulty(
                amend(SUPERVISOR, with(amendment(9), "disallowed", "9"), "4"), "disallowed");
        assertEquals(before, stamped());

        amend(SUPERVISOR, amendment(9), "5").expect(200);
        amend(SUPERVISOR, amendment(9), "5").expect(200);
        RunningGateway.await(() -> stamped() > before);
        Problems.notFound(
                SUPERVISOR.post(
                        "/api/v1/claims/2222-2222-2222-2222/amendments", amendment(9), "6"));
    }

    private static Api staff(String name, String idNumber) {
        Owner owner = WORLD.people().person(name, idNumber);
        return new Api(
                WORLD.gateway().address(),
                Optional.of(WORLD.people().token(Role.SUPERVISOR, owner)));
    }

    /** Care on days of its own, so that no near duplicate is seen in it. */
    private static String claimed(Bill sample) {
        Bill bill =
                DemonstrationBills.earlier(
                        DemonstrationBills.numbered(
                                sample,
                                HOSPITAL,
                                Long.parseLong(Papers.visit(HOSPITAL).id().number())),
                        DAYS.addAndGet(9));
        String stored =
                Uploaded.of(
                                WORLD.as(Role.HOSPITAL, HOSPITAL),
                                Papers.plain(List.of(bill)),
                                UUID.randomUUID().toString())
                        .bill(0);
        String number =
                Uploaded.text(
                        CITIZEN.post(
                                        "/api/v1/claims",
                                        Json.object().put("billId", stored).end(),
                                        UUID.randomUUID().toString())
                                .expect(201)
                                .json(),
                        "number");
        RunningGateway.await(() -> state(number).equals("FIRST_REVIEW"));
        return number;
    }

    private void decide(Api clerk, Json.Members decision) {
        clerk.post(path("decisions"), decision).expect(200);
        await("PROVED");
    }

    private void wantBack(long fen) {
        revoke(SUPERVISOR, fen, "wanted").expect(200);
        await("RECOVERING");
    }

    private Api.Reply revoke(Api who, long fen, String key) {
        return who.post(path("revocations"), revocation(fen), key);
    }

    private static Json.Members revocation(long fen) {
        return Json.object().put("fen", fen).put("reason", "盖错了").end();
    }

    private Api.Reply settle(Api who, String kind, long fen, String key) {
        return who.post(path("recovery"), settlement(kind, Optional.of(fen)), key);
    }

    private static Json.Members settlement(String kind, Optional<Long> fen) {
        Json.Writer out = Json.object().put("kind", kind).put("note", "收据 0001");
        fen.ifPresent(amount -> out.put("fen", amount));
        return out.end();
    }

    private Api.Reply amend(Api who, Json.Members amendment, String key) {
        return who.post(path("amendments"), amendment, key);
    }

    private static Json.Members amendment(int... disallowed) {
        List<Json> lines =
                java.util.Arrays.stream(disallowed).<Json>mapToObj(Json.Whole::new).toList();
        return Json.object().put("disallowed", lines).put("reason", "申诉成立").end();
    }

    private static Json.Members with(Json.Members body, String name, Json value) {
        TreeMap<String, Json> members = new TreeMap<>(body.values());
        members.put(name, value);
        return new Json.Members(members);
    }

    private static Json.Members with(Json.Members body, String name, String value) {
        return with(body, name, new Json.Text(value));
    }

    private Json.Members recovery(Api who) {
        return who.get(path("recovery")).expect(200).json();
    }

    private static List<String> listed() throws FieldException {
        return CLERK
                .get("/api/v1/recoveries")
                .expect(200)
                .json()
                .items("recoveries")
                .objects("recoveries")
                .stream()
                .map(one -> Uploaded.text(one, "claim"))
                .toList();
    }

    private void await(String state) {
        RunningGateway.await(() -> state(claim).equals(state));
    }

    private static String state(String number) {
        return Uploaded.text(CLERK.get("/api/v1/claims/" + number).expect(200).json(), "state");
    }

    private long stamped() {
        return Uploaded.whole(CLERK.get(path("")).expect(200).json(), "benefitFen");
    }

    private String path(String part) {
        return "/api/v1/claims/" + claim + (part.isEmpty() ? "" : "/" + part);
    }
}
