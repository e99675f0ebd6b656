package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

/** A key goes out of use by the order of the ledger, not by any date. */
class RevocationTest {
    private static final Caller INTAKE = Callers.intake(Callers.HOSPITAL);
    private static final Caller ADMIN = Callers.admin(Callers.FINANCE);

    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 1000);

    RevocationTest() throws Exception {}

    @Test
    void refuses_batches_of_a_revoked_key_whatever_date_their_bills_bear() throws Exception {
        channel.confirmed("revokeKey", key().end());
        // The bill is dated before the revocation, and could have been sealed before it.
        refusesToAnchor(SealedBatch.of(channel.hospital(), bill));
    }

    @Test
    void records_when_and_since_when_it_is_suspect() throws Exception {
        channel.confirmed("revokeKey", key().put("suspectSince", "2026-02-01T00:00:00Z").end());
        Json.Members key = revoked();
        assertTrue(key.has("revokedAt"));
        assertEquals("2026-02-01T00:00:00Z", text(key, "suspectSince"));
    }

    @Test
    void leaves_what_was_anchored_before_as_it_is() throws Exception {
        SealedBatch before = channel.anchor(bill);
        channel.confirmed("revokeKey", key().end());
        assertEquals("HELD", text(channel.hold(before, "basic", "C1", 1, 1000), "outcome"));
        assertEquals("ALREADY", text(channel.one(INTAKE, before.anchor()), "outcome"));
        SealedBatch red = SealedBatch.of(channel.hospital(), channel.hospital().red(2, bill));
        refusesToAnchor(red);
    }

    @Test
    void leaves_the_issuers_other_keys_in_use() throws Exception {
        channel.hospital().addKey(Suite.SM2);
        channel.confirmed("enrolIssuer", channel.hospital().enrolment());
        channel.confirmed("revokeKey", key().end());
        SealedBatch batch = SealedBatch.of(channel.hospital(), 2, bill);
        assertEquals("ANCHORED", text(channel.one(INTAKE, batch.anchor()), "outcome"));
    }

    @Test
    void is_not_undone_by_enrolling_again() throws Exception {
        channel.confirmed("revokeKey", key().end());
        assertEquals(
                "{\"outcome\":\"ALREADY\"}",
                channel.ledger()
                        .submit(
                                ADMIN,
                                Call.of("enrolIssuer").with(channel.hospital().enrolment())));
        refusesToAnchor(SealedBatch.of(channel.hospital(), bill));
    }

    @Test
    void may_learn_later_since_when_the_key_is_suspect() throws Exception {
        channel.confirmed("revokeKey", key().end());
        String revokedAt = text(revoked(), "revokedAt");
        Json.Members since = key().put("suspectSince", "2026-02-01T00:00:00Z").end();
        channel.confirmed("revokeKey", since);
        assertEquals(revokedAt, text(revoked(), "revokedAt"));
        assertEquals("2026-02-01T00:00:00Z", text(revoked(), "suspectSince"));
        assertEquals(
                "{\"outcome\":\"ALREADY\"}",
                channel.ledger().submit(ADMIN, Call.of("revokeKey").with(since)));
    }

    @Test
    void refuses_unknown_keys_and_instants_that_are_none() {
        refuses(RefusalCode.UNKNOWN_KEY, Json.object().put("issuer", 1).put("keySeq", 7).end());
        refuses(RefusalCode.UNKNOWN_ISSUER, Json.object().put("issuer", 9).put("keySeq", 1).end());
        refuses(RefusalCode.BAD_REQUEST, key().put("suspectSince", "yesterday").end());
    }

    @Test
    void suspension_takes_effect_at_once() throws Exception {
        assertEquals("{\"outcome\":\"DONE\"}", suspend(key().end()));
        refusesToAnchor(SealedBatch.of(channel.hospital(), bill));
        assertEquals("{\"outcome\":\"ALREADY\"}", suspend(key().end()));
    }

    @Test
    void suspension_is_lifted_by_a_confirmed_enrolment() throws Exception {
        suspend(key().end());
        channel.confirmed("enrolIssuer", channel.hospital().enrolment());
        channel.anchor(bill);
    }

    @Test
    void suspension_of_a_payer_stops_its_claims() throws Exception {
        SealedBatch batch = channel.anchor(bill);
        channel.hold(batch, "basic", "C1", 1, 100);
        suspend(Json.object().put("payer", "basic").end());
        Refused.with(RefusalCode.SUSPENDED_PAYER, () -> channel.stamp(bill, "basic", "C1", 1, 100));
        Refused.with(RefusalCode.SUSPENDED_PAYER, () -> channel.hold(batch, "basic", "C2", 1, 100));
        channel.hold(batch, "serious", "C3", 1, 100);
        channel.confirmed("enrolPayer", Channel.payer("basic", "BASIC"));
        channel.stamp(bill, "basic", "C1", 1, 100);
    }

    @Test
    void suspended_payers_make_no_conflicts() throws Exception {
        channel.hold(channel.anchor(bill), "serious", "C1", 1, 100);
        SealedBatch other = channel.anchor(channel.hospital().otherContent(bill));
        suspend(Json.object().put("payer", "basic").end());
        Refused.with(RefusalCode.SUSPENDED_PAYER, () -> channel.hold(other, "basic", "C2", 1, 100));
        assertEquals("OPEN", text(channel.bill(bill), "state"));
    }

    @Test
    void suspension_renews_the_rules() throws Exception {
        long before = channel.value("rules").whole("version");
        suspend(key().end());
        suspend(Json.object().put("payer", "basic").end());
        assertEquals(before + 2, channel.value("rules").whole("version"));
    }

    @Test
    void suspension_refuses_what_it_does_not_know() {
        Refused.with(
                RefusalCode.UNKNOWN_PAYER,
                () -> suspend(Json.object().put("payer", "nobody").end()));
        Refused.with(
                RefusalCode.UNKNOWN_KEY,
                () -> suspend(Json.object().put("issuer", 1).put("keySeq", 2).end()));
        Refused.with(RefusalCode.BAD_REQUEST, () -> suspend(key().put("payer", "basic").end()));
    }

    private void refuses(RefusalCode code, Json.Members arguments) {
        Refused.with(
                code, () -> channel.ledger().submit(ADMIN, Call.of("revokeKey").with(arguments)));
    }

    private void refusesToAnchor(SealedBatch batch) {
        Refused.with(RefusalCode.REVOKED_KEY, () -> channel.one(INTAKE, batch.anchor()));
    }

    private String suspend(Json.Members arguments) throws Exception {
        return channel.ledger().submit(ADMIN, Call.of("suspendKey").with(arguments));
    }

    private Json.Members revoked() throws Exception {
        return channel.value("issuer/1").items("keys").objects("keys").getFirst();
    }

    private static Json.Writer key() {
        return Json.object().put("issuer", 1).put("keySeq", 1);
    }
}
