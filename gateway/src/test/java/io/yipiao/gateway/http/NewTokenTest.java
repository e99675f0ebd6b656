package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.NewToken;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Demonstration;
import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A person whose token was replaced sends his claim again. */
@Timeout(120)
class NewTokenTest {
    private static final RunningGateway WORLD = RunningGateway.shared();

    @Test
    void the_first_claim_is_answered_and_another_bill_under_its_key_is_a_problem()
            throws FieldException {
        WORLD.people().enrolPayers();
        Hospital hospital = WORLD.hospital();
        Uploaded uploaded =
                Uploaded.of(
                        WORLD.as(Role.HOSPITAL, hospital.issuer()),
                        hospital.upload(Papers.visits(hospital.issuer(), 2)),
                        key());
        NewToken lost = token();
        Api before = api(lost);
        Demonstration.openAccount(before);
        String key = key();
        Json.Members first = claim(before, uploaded.bill(0), key).expect(201).json();
        assertTrue(WORLD.gateway().tokens().revoke(lost.record().principal().token()));
        assertEquals(401, claim(before, uploaded.bill(0), key).status());

        Api after = api(token());
        Json.Members again = claim(after, uploaded.bill(0), key).expect(201).json();
        Api.Reply reused = claim(after, uploaded.bill(1), key);

        assertEquals(first.text("number"), again.text("number"));
        assertEquals(422, reused.status());
        assertTrue(reused.text().contains("problem:key-reused"), reused.text());
    }

    private static NewToken token() throws FieldException {
        return WORLD.gateway()
                .tokens()
                .create(Set.of(Role.CITIZEN), WORLD.people().person("张示范", Demonstration.CITIZEN));
    }

    private static Api api(NewToken token) {
        return new Api(WORLD.gateway().address(), Optional.of(token.text().reveal()));
    }

    private static Api.Reply claim(Api citizen, String bill, String key) {
        return citizen.post("/api/v1/claims", Json.object().put("billId", bill).end(), key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
