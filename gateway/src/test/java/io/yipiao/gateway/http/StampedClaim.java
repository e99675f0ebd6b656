package io.yipiao.gateway.http;

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

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A claim that the running gateway stamped, and what staff do to it over HTTP. */
abstract class StampedClaim {
    static final RunningGateway WORLD = RunningGateway.shared();
    static final AtomicInteger DAYS = new AtomicInteger(40);
    static final int HOSPITAL = WORLD.hospitalInCustody();

    static final Api CITIZEN = WORLD.people().asCitizen();
    static final Api CLERK = WORLD.people().asClerk();
    static final Api SUPERVISOR = staff("主管王", "990000195504120113");
    static final Api CHIEF = staff("处长赵", "990000194906300040");

    /** Who supervises and claimed it himself. */
    static final Api HIMSELF = staff("张示范", Demonstration.CITIZEN);

    String claim = "";
    long stamped;

    @BeforeAll
    static void payersAndTheAccountAreThere() {
        WORLD.people().enrolPayers();
        Demonstration.openAccount(CITIZEN);
    }

    @BeforeEach
    void aClaimIsStamped() {
        claim = claimed(DemonstrationBills.stay());
        decide(CLERK, Json.object().put("decision", "APPROVE").end());
        stamped = stamped();
    }

    static Api staff(String name, String idNumber) {
        Owner owner = WORLD.people().person(name, idNumber);
        return new Api(
                WORLD.gateway().address(),
                Optional.of(WORLD.people().token(Role.SUPERVISOR, owner)));
    }

    /** Care on days of its own, so that no near duplicate is seen in it. */
    static String claimed(Bill sample) {
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

    /**
     * Other claims of the year are decided, and taken back, at the same time; a clerk whose sheet
     * changed by that looks at the new one and decides again.
     */
    void decide(Api clerk, Json.Members decision) {
        RunningGateway.await(() -> state(claim).equals("FIRST_REVIEW") && isTaken(clerk, decision));
        await("PROVED");
    }

    private boolean isTaken(Api clerk, Json.Members decision) {
        Api.Reply reply = clerk.post(path("decisions"), decision);
        if (reply.status() == 409) {
            Problems.refused(reply, 409, "sheet-changed");
            return false;
        }
        return reply.expect(200).status() == 200;
    }

    void wantBack(long fen) {
        revoke(SUPERVISOR, fen, "wanted").expect(200);
        await("RECOVERING");
    }

    Api.Reply revoke(Api who, long fen, String key) {
        return who.post(path("revocations"), revocation(fen), key);
    }

    static Json.Members revocation(long fen) {
        return Json.object().put("fen", fen).put("reason", "盖错了").end();
    }

    Api.Reply settle(Api who, String kind, long fen, String key) {
        return who.post(path("recovery"), settlement(kind, Optional.of(fen)), key);
    }

    static Json.Members settlement(String kind, Optional<Long> fen) {
        Json.Writer out = Json.object().put("kind", kind).put("note", "收据 0001");
        fen.ifPresent(amount -> out.put("fen", amount));
        return out.end();
    }

    Api.Reply amend(Api who, Json.Members amendment, String key) {
        return who.post(path("amendments"), amendment, key);
    }

    static Json.Members amendment(int... disallowed) {
        List<Json> lines =
                java.util.Arrays.stream(disallowed).<Json>mapToObj(Json.Whole::new).toList();
        return Json.object().put("disallowed", lines).put("reason", "申诉成立").end();
    }

    static Json.Members with(Json.Members body, String name, Json value) {
        TreeMap<String, Json> members = new TreeMap<>(body.values());
        members.put(name, value);
        return new Json.Members(members);
    }

    static Json.Members with(Json.Members body, String name, String value) {
        return with(body, name, new Json.Text(value));
    }

    Json.Members recovery(Api who) {
        return who.get(path("recovery")).expect(200).json();
    }

    static List<String> listed() throws FieldException {
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

    void await(String state) {
        RunningGateway.await(() -> state(claim).equals(state));
    }

    static String state(String number) {
        return Uploaded.text(CLERK.get("/api/v1/claims/" + number).expect(200).json(), "state");
    }

    long stamped() {
        return Uploaded.whole(CLERK.get(path("")).expect(200).json(), "benefitFen");
    }

    String path(String part) {
        return "/api/v1/claims/" + claim + (part.isEmpty() ? "" : "/" + part);
    }
}
