package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.Suite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** A hospital is enrolled over HTTP, and Finance confirms it. */
@Timeout(120)
class EnrolmentTest {
    private static final RunningGateway WORLD = RunningGateway.shared();
    private static final String ISSUERS = "/api/v1/issuers";

    private final int number = WORLD.freeNumber();
    private final Api admin = WORLD.as(Role.ADMIN, number);
    private final Api itself = WORLD.as(Role.HOSPITAL, number);
    private final Hospital hospital = Hospital.withNewKeys(number, Suite.SM2);

    @Test
    void a_hospital_with_its_own_keys_is_enrolled_once_finance_confirmed() throws FieldException {
        Json.Members asked = admin.post(ISSUERS, withKeys()).expect(202).json();
        assertEquals("PENDING", asked.text("state"));
        assertEquals(409, upload());
        Json.Members again = admin.post(ISSUERS, withKeys()).expect(202).json();
        assertEquals(asked.text("digest"), again.text("digest"));

        WORLD.confirm(asked.text("digest"));
        RunningGateway.await(
                () -> Uploaded.text(itself.get(path()).json(), "state").equals("ENROLLED"));

        Json.Members enrolled = itself.get(path()).json();
        assertEquals("试验医院" + number, enrolled.text("name"));
        assertFalse(enrolled.has("digest"));
        Json.Members key = enrolled.items("keys").objects("keys").getFirst();
        assertEquals(1, key.whole("seq"));
        assertEquals("SM2", key.text("suite"));
        assertEquals(hospital.publicKey().key().thumbprint().hex(), key.text("thumbprint"));
        assertEquals(200, upload());
        assertEquals(200, admin.post(ISSUERS, withKeys()).status());
    }

    @Test
    void a_hospital_in_custody_gets_a_key_that_nobody_sees() throws FieldException {
        Json.Members asked = admin.post(ISSUERS, inCustody("ES256")).expect(202).json();
        Json.Members again = admin.post(ISSUERS, inCustody("ES256")).expect(202).json();
        assertEquals(asked.items("keys"), again.items("keys"));
        WORLD.confirm(asked.text("digest"));
        RunningGateway.await(
                () -> Uploaded.text(itself.get(path()).json(), "state").equals("ENROLLED"));

        byte[] plain = Papers.plain(Papers.visits(number, 1));
        assertEquals(List.of("ACCEPTED"), Uploaded.of(itself, plain, key()).words());
        assertEquals(1, admin.get(path()).json().items("keys").objects("keys").size());
    }

    @Test
    void a_number_that_another_asked_for_is_taken() {
        admin.post(ISSUERS, withKeys()).expect(202);
        Hospital other = Hospital.withNewKeys(number, Suite.SM2);
        Json.Members otherKeys =
                RunningGateway.application(number)
                        .put("keys", List.of(other.enrolment(RunningGateway.code(number))))
                        .end();

        Api.Reply reply = admin.post(ISSUERS, otherKeys);

        assertEquals(409, reply.status());
        assertTrue(reply.text().contains("urn:yipiao:problem:number-taken"), reply.text());
        assertEquals(409, admin.post(ISSUERS, inCustody("SM2")).status());
    }

    @Test
    void an_application_that_lacks_something_is_told_which_field() {
        faulty(RunningGateway.application(number).end(), "exactly one of its forms");
        faulty(with("number", new Json.Whole(0)), "number");
        faulty(with("code", new Json.Text("X1")), "code");
        faulty(with("name", new Json.Text("")), "name");
        Json.Members whole = hospital.enrolment(RunningGateway.code(number));
        Json garbled = Json.object().put("seq", 1).put("suite", "SM2").put("spki", "3059").end();
        faulty(withKey(whole, "key", garbled), "spki");
        faulty(withKey(whole, "possession", new Json.Text("0".repeat(128))), "possession");
        Json.Members others = Hospital.withNewKeys(number, Suite.SM2).enrolment("H00000000001");
        faulty(with("keys", new Json.Items(List.of(others))), "keys[0].code");
        faulty(inCustody("RSA"), "custody");
        assertEquals(404, admin.get(path()).status());
    }

    @Test
    void a_hospital_sees_itself_and_staff_sees_all() throws FieldException {
        admin.post(ISSUERS, withKeys()).expect(202);
        assertEquals(404, WORLD.as(Role.HOSPITAL, WORLD.freeNumber()).get(path()).status());
        Json.Members all = WORLD.as(Role.AUDITOR, 1).get(ISSUERS).expect(200).json();
        assertTrue(
                all.items("issuers").objects("issuers").stream()
                        .anyMatch(issuer -> Uploaded.whole(issuer, "number") == number));
    }

    @Test
    void the_trust_list_names_the_enrolled_only() throws FieldException {
        Hospital enrolled = WORLD.hospital();
        admin.post(ISSUERS, withKeys()).expect(202);
        Json.Members list =
                WORLD.people()
                        .asStranger()
                        .get("/api/v1/trust-list")
                        .expect(200)
                        .json()
                        .object("list");
        List<Long> numbers =
                list.items("issuers").objects("issuers").stream()
                        .map(issuer -> Uploaded.whole(issuer, "number"))
                        .toList();
        assertTrue(numbers.contains((long) enrolled.issuer()), numbers.toString());
        assertFalse(numbers.contains((long) number), numbers.toString());
    }

    private void faulty(Json.Members application, String field) {
        Api.Reply reply = admin.post(ISSUERS, application);
        assertEquals(400, reply.status(), reply.text());
        assertTrue(reply.text().contains(field), reply.text());
    }

    private int upload() {
        return Uploaded.send(itself, hospital.upload(Papers.visits(number, 1)), key()).status();
    }

    private Json.Members withKeys() {
        return RunningGateway.application(number).put("keys", keys()).end();
    }

    /** Somebody else's key, for which this hospital has no proof, and the like. */
    private Json.Members withKey(Json.Members enrolment, String name, Json value) {
        TreeMap<String, Json> members = new TreeMap<>(enrolment.values());
        members.put(name, value);
        return with("keys", new Json.Items(List.of(new Json.Members(members))));
    }

    private Json.Members with(String name, Json value) {
        TreeMap<String, Json> members = new TreeMap<>(withKeys().values());
        members.put(name, value);
        return new Json.Members(members);
    }

    private List<Json> keys() {
        return List.of(hospital.enrolment(RunningGateway.code(number)));
    }

    private Json.Members inCustody(String suite) {
        return RunningGateway.application(number)
                .put("custody", Json.object().put("suite", suite).end())
                .end();
    }

    private String path() {
        return ISSUERS + "/" + number;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
