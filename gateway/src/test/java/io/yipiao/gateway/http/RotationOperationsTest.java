package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.gateway.start.SealingHospital;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A hospital's new key over HTTP, and what becomes of files under a key that was stopped. */
@Timeout(120)
class RotationOperationsTest {
    private static final RunningGateway WORLD = RunningGateway.shared();

    private final SealingHospital hospital = WORLD.sealingHospital();
    private final int issuer = hospital.issuer();
    private final Api api = WORLD.as(Role.HOSPITAL, issuer);
    private final SealPrivateKey renewed = SealingHospital.newKey(Suite.ES256);

    @Test
    void the_old_key_vouches_for_a_new_one_and_both_seal_side_by_side() throws FieldException {
        assertEquals(409, upload(2, renewed));
        Json.Members answer = api.post(path(issuer), request()).expect(200).json();
        assertEquals("ENROLLED", answer.text("state"));
        List<Json.Members> keys = answer.items("keys").objects("keys");
        assertEquals(2, keys.size());
        assertEquals(
                hospital.first().publicKey().thumbprint().hex(),
                keys.getFirst().text("thumbprint"));
        assertEquals(2, keys.getLast().whole("seq"));
        assertEquals("ES256", keys.getLast().text("suite"));
        assertEquals(renewed.publicKey().thumbprint().hex(), keys.getLast().text("thumbprint"));

        assertEquals(answer, api.post(path(issuer), request()).expect(200).json(), "sent again");
        assertEquals(200, upload(2, renewed));
        assertEquals(200, upload(1, hospital.first()));
    }

    @Test
    void a_request_that_lacks_something_is_refused_by_its_field() {
        Json.Members request = request();
        Problems.faulty(
                api.post(path(issuer), with(request, "issuer", new Json.Whole(issuer + 1))),
                "issuer");
        Problems.faulty(
                api.post(path(issuer), with(request, "keySeq", new Json.Whole(9))), "keySeq");
        Problems.faulty(
                api.post(path(issuer), with(request, "voucher", new Json.Text("0".repeat(128)))),
                "voucher");
        SealPrivateKey stranger = SealingHospital.newKey(Suite.SM2);
        Problems.faulty(
                api.post(path(issuer), hospital.renewal(1, stranger, renewed).json()), "voucher");
        Problems.faulty(
                api.post(path(issuer), Json.object().end()),
                "issuer",
                "key",
                "keySeq",
                "possession",
                "voucher");
        assertEquals(1, keys());
    }

    @Test
    void anothers_key_is_not_to_be_changed() {
        Api other = WORLD.as(Role.HOSPITAL, WORLD.freeNumber());
        Problems.notFound(other.post(path(issuer), request()));
        Problems.notFound(api.post(path(WORLD.freeNumber()), request()));
        assertEquals(1, keys());
    }

    @Test
    void a_number_that_has_a_key_takes_no_other() {
        api.post(path(issuer), request()).expect(200);
        SealPrivateKey another = SealingHospital.newKey(Suite.SM2);
        Problems.faulty(api.post(path(issuer), hospital.renewal(another).json()), "key.seq");
        assertEquals(2, keys());
    }

    @Test
    void a_revoked_key_vouches_for_none_and_its_files_are_refused_and_raise_one_alarm() {
        WORLD.revokeKey(issuer, 1, Optional.empty());
        Problems.faulty(api.post(path(issuer), request()), "keySeq");
        assertEquals(409, upload(1, hospital.first()));
        assertEquals(409, upload(1, hospital.first()));

        Json.Members alarm = RaisedAlarms.only("REVOKED_KEY", issuer + "/key/1");
        assertEquals(2, Uploaded.whole(alarm, "times"));
        assertEquals(
                "{\"ISSUER\":\"%d\",\"KEY\":\"1\"}".formatted(issuer), RaisedAlarms.facts(alarm));
    }

    @Test
    void a_key_that_was_never_there_raises_none() {
        assertEquals(409, upload(7, hospital.first()));
        assertEquals(List.of(), RaisedAlarms.of("REVOKED_KEY", issuer + "/key/7"));
    }

    private Json.Members request() {
        return hospital.renewal(renewed).json();
    }

    private static Json.Members with(Json.Members request, String name, Json value) {
        TreeMap<String, Json> members = new TreeMap<>(request.values());
        members.put(name, value);
        return new Json.Members(members);
    }

    private int upload(int keySeq, SealPrivateKey key) {
        byte[] file = hospital.upload(keySeq, key, Papers.visits(issuer, 1));
        return Uploaded.send(api, file, UUID.randomUUID().toString()).status();
    }

    private int keys() {
        try {
            return api.get("/api/v1/issuers/" + issuer).json().items("keys").objects("keys").size();
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }

    private static String path(int issuer) {
        return "/api/v1/issuers/" + issuer + "/keys";
    }
}
