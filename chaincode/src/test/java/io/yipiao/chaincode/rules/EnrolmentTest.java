package io.yipiao.chaincode.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Hospital;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.TreeMap;

class EnrolmentTest {
    private static final String ALREADY = "{\"outcome\":\"ALREADY\"}";
    private static final String DONE = "{\"outcome\":\"DONE\"}";

    private final Channel channel = new Channel();
    private final Hospital clinic = new Hospital(3);

    EnrolmentTest() throws Exception {}

    @Test
    void of_an_issuer_keeps_code_name_and_keys() throws Exception {
        assertEquals(DONE, channel.confirmed("enrolIssuer", clinic.enrolment()));
        Json.Members value = channel.value("issuer/3");
        assertEquals("H99010100003", value.text("code"));
        assertEquals("示范医院", value.text("name"));
        assertEquals(clinic.enrolment().items("keys"), value.items("keys"));
    }

    @Test
    void again_with_the_same_is_answered_already() throws Exception {
        assertEquals(ALREADY, ask("enrolIssuer", channel.hospital().enrolment()));
        assertEquals(ALREADY, ask("enrolPayer", Channel.payer("basic", "BASIC")));
    }

    @Test
    void of_an_issuer_may_add_keys_and_change_the_name() throws Exception {
        channel.hospital().addKey(Suite.ES256);
        Json.Members renamed = with(channel.hospital().enrolment(), "name", "新示范医院");
        assertEquals(DONE, channel.confirmed("enrolIssuer", renamed));
        assertEquals("新示范医院", channel.value("issuer/1").text("name"));
        assertEquals(2, channel.value("issuer/1").items("keys").values().size());
    }

    @Test
    void of_an_issuer_keeps_keys_that_are_not_named() throws Exception {
        Hospital other = new Hospital(1);
        Json.Members key =
                with(other.enrolment().items("keys").objects("keys").getFirst(), "seq", 2);
        Json.Members more =
                with(channel.hospital().enrolment(), "keys", new Json.Items(List.of(key)));
        assertEquals(DONE, channel.confirmed("enrolIssuer", more));
        assertEquals(2, channel.value("issuer/1").items("keys").values().size());
    }

    @Test
    void refuses_another_code_for_an_issuer() {
        refuses("enrolIssuer", with(channel.hospital().enrolment(), "code", "H1"));
    }

    @Test
    void refuses_another_key_under_a_number() {
        refuses("enrolIssuer", new Hospital(1).enrolment());
    }

    @Test
    void refuses_a_key_under_a_second_number() throws Exception {
        Json.Members key = channel.hospital().enrolment().items("keys").objects("keys").getFirst();
        Json.Members again =
                with(
                        channel.hospital().enrolment(),
                        "keys",
                        new Json.Items(List.of(with(key, "seq", 2))));
        refuses("enrolIssuer", again);
    }

    @Test
    void refuses_a_key_with_another_user_id() throws Exception {
        Json.Members key = channel.hospital().enrolment().items("keys").objects("keys").getFirst();
        Json.Members other = with(key, "userId", "00");
        refuses(
                "enrolIssuer",
                with(channel.hospital().enrolment(), "keys", new Json.Items(List.of(other))));
    }

    @Test
    void refuses_an_issuer_that_is_ill_formed() throws Exception {
        Json.Members good = clinic.enrolment();
        refuses("enrolIssuer", with(good, "number", 0));
        refuses("enrolIssuer", with(good, "number", 1L << 31));
        refuses("enrolIssuer", with(good, "code", "h99"));
        refuses("enrolIssuer", with(good, "name", ""));
        refuses("enrolIssuer", with(good, "name", "x".repeat(201)));
        refuses("enrolIssuer", with(good, "keys", new Json.Items(List.of())));
        refuses("enrolIssuer", with(good, "since", "2026"));
        Json.Members key = good.items("keys").objects("keys").getFirst();
        Json.Members revoked = with(key, "revokedAt", "2026-01-01T00:00:00Z");
        refuses("enrolIssuer", with(good, "keys", new Json.Items(List.of(revoked))));
    }

    @Test
    void of_a_payer_keeps_class_and_organisation() throws Exception {
        Json.Members fund =
                Json.object().put("payer", "fund").put("class", "BASIC").put("msp", "X").end();
        assertEquals(DONE, channel.confirmed("enrolPayer", fund));
        assertEquals(
                "{\"class\":\"BASIC\",\"msp\":\"X\"}",
                channel.ledger().value("payer/fund").orElseThrow());
    }

    @Test
    void refuses_another_class_or_organisation_for_a_payer() {
        refuses("enrolPayer", Channel.payer("basic", "COMMERCIAL"));
        refuses("enrolPayer", with(Channel.payer("basic", "BASIC"), "msp", Callers.FINANCE));
    }

    @Test
    void refuses_a_payer_that_is_ill_formed() {
        refuses("enrolPayer", Channel.payer("Fund", "BASIC"));
        refuses("enrolPayer", Channel.payer("", "BASIC"));
        refuses("enrolPayer", Channel.payer("a/b", "BASIC"));
        refuses("enrolPayer", Channel.payer("fund", "GOLD"));
        refuses("enrolPayer", with(Channel.payer("fund", "BASIC"), "msp", ""));
    }

    private void refuses(String function, Json.Members arguments) {
        Refused.with(RefusalCode.BAD_REQUEST, () -> ask(function, arguments));
        assertTrue(channel.ledger().value("issuer/3").isEmpty());
    }

    private String ask(String function, Json.Members arguments) throws Exception {
        return channel.ledger()
                .submit(Callers.admin(Callers.INSURANCE), Call.of(function).with(arguments));
    }

    private static Json.Members with(Json.Members object, String name, String text) {
        return with(object, name, new Json.Text(text));
    }

    private static Json.Members with(Json.Members object, String name, long number) {
        return with(object, name, new Json.Whole(number));
    }

    private static Json.Members with(Json.Members object, String name, Json value) {
        TreeMap<String, Json> members = new TreeMap<>(object.values());
        members.put(name, value);
        return new Json.Members(members);
    }
}
