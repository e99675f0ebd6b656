package io.yipiao.chaincode.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Hospital;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

/** A new key for which the old one vouches. */
class RotationTest {
    private static final String DONE = "{\"outcome\":\"DONE\"}";
    private static final String ALREADY = "{\"outcome\":\"ALREADY\"}";

    private final Channel channel = new Channel();
    private final Hospital hospital = channel.hospital();

    RotationTest() throws Exception {
        hospital.addKey(Suite.ES256);
        hospital.addKey(Suite.SM2);
    }

    @Test
    void lets_the_new_key_seal_beside_the_old_one() throws Exception {
        Refused.with(RefusalCode.UNKNOWN_KEY, () -> anchor(2, 1));
        assertEquals(DONE, rotate(hospital.rotation(1, 2)));
        anchor(2, 1);
        anchor(1, 2);
        assertEquals(DONE, rotate(hospital.rotation(2, 3)));
        anchor(3, 3);
    }

    @Test
    void the_old_key_seals_until_it_is_retired() throws Exception {
        rotate(hospital.rotation(1, 2));
        channel.confirmed("revokeKey", key(1));
        Refused.with(RefusalCode.REVOKED_KEY, () -> anchor(1, 1));
        anchor(2, 1);
    }

    @Test
    void a_retry_finds_it_done() throws Exception {
        Json.Members rotation = hospital.rotation(1, 2);
        rotate(rotation);
        assertEquals(ALREADY, rotate(rotation));
        channel.confirmed("revokeKey", key(1));
        assertEquals(ALREADY, rotate(rotation));
    }

    @Test
    void a_stopped_key_vouches_for_no_other() throws Exception {
        channel.ledger().submit(Callers.admin(Callers.FINANCE), Call.of("suspendKey").with(key(1)));
        Refused.with(RefusalCode.REVOKED_KEY, () -> rotate(hospital.rotation(1, 2)));
        channel.confirmed("revokeKey", key(1));
        Refused.with(RefusalCode.REVOKED_KEY, () -> rotate(hospital.rotation(1, 2)));
    }

    @Test
    void needs_the_old_keys_seal_and_the_new_ones() {
        Refused.with(
                RefusalCode.BAD_SEAL,
                () -> rotate(hospital.rotation(1, 2, hospital.key(2), hospital.key(2))));
        Refused.with(
                RefusalCode.BAD_SEAL,
                () -> rotate(hospital.rotation(1, 2, hospital.key(1), hospital.key(1))));
        Hospital neighbour = channel.neighbour();
        Refused.with(
                RefusalCode.BAD_SEAL,
                () -> rotate(hospital.rotation(1, 2, neighbour.key(1), hospital.key(2))));
    }

    @Test
    void a_seal_is_of_this_issuer_and_this_record_only() throws Exception {
        Json.Members good = hospital.rotation(1, 3);
        Json.Members other = hospital.rotation(1, 2);
        Refused.with(
                RefusalCode.BAD_SEAL,
                () ->
                        rotate(
                                Json.object()
                                        .put("issuer", 1)
                                        .put("keySeq", 1)
                                        .put("key", good.object("key"))
                                        .put("voucher", other.text("voucher"))
                                        .put("possession", good.text("possession"))
                                        .end()));
        Hospital stranger = new Hospital(9);
        stranger.addKey(Suite.SM2);
        Refused.with(RefusalCode.UNKNOWN_ISSUER, () -> rotate(stranger.rotation(1, 2)));
    }

    @Test
    void a_key_keeps_its_number_for_good() throws Exception {
        rotate(hospital.rotation(1, 2));
        Hospital again = new Hospital(1);
        Refused.with(RefusalCode.BAD_SEAL, () -> rotate(again.rotation(1, 1)));
        assertEquals(ALREADY, rotate(hospital.rotation(1, 1)));
        Refused.with(
                RefusalCode.BAD_REQUEST,
                "each key under one number",
                () -> rotate(hospital.rotationUnder(1, 2, 7)));
        Refused.with(
                RefusalCode.BAD_REQUEST,
                "each key under one number",
                () -> rotate(hospital.rotationUnder(1, 3, 2)));
        Refused.with(RefusalCode.UNKNOWN_KEY, () -> rotate(hospital.rotation(3, 3)));
    }

    private String rotate(Json.Members arguments) throws Refusal {
        return channel.ledger()
                .submit(Callers.intake(Callers.FINANCE), Call.of("rotateKey").with(arguments));
    }

    private void anchor(int keySeq, int running) throws Refusal {
        SealedBatch batch = SealedBatch.of(hospital, keySeq, hospital.bill(running, 1000));
        channel.ledger().submit(Callers.intake(Callers.HOSPITAL), batch.anchor());
    }

    private static Json.Members key(int seq) {
        return Json.object().put("issuer", 1).put("keySeq", seq).end();
    }
}
