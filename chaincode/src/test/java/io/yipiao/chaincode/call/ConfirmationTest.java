package io.yipiao.chaincode.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;

import java.util.TreeMap;

/** Two administrators of two organisations, one of them of Insurance. */
class ConfirmationTest {
    private static final String DONE = "{\"outcome\":\"DONE\"}";

    private final Channel channel = new Channel();
    private final Json.Members fund = Channel.payer("fund", "BASIC");
    private final String digest =
            Sm3.of(
                            Jcs.bytes(
                                    Json.object()
                                            .put("function", "enrolPayer")
                                            .put("arguments", fund)
                                            .end()))
                    .hex();
    private final String pending = "{\"digest\":\"" + digest + "\",\"outcome\":\"PENDING\"}";

    ConfirmationTest() throws Exception {}

    @Test
    void puts_the_first_call_down_and_carries_the_second_out() throws Exception {
        assertEquals(pending, enrol(Callers.INSURANCE));
        assertTrue(channel.ledger().value("payer/fund").isEmpty());
        assertEquals(DONE, enrol(Callers.FINANCE));
        assertTrue(channel.ledger().value("payer/fund").isPresent());
    }

    @Test
    void shows_what_is_pending_until_it_is_carried_out() throws Exception {
        assertEquals("null", ask());
        enrol(Callers.INSURANCE);
        assertEquals(
                "{\"arguments\":%s,\"function\":\"enrolPayer\",\"msp\":\"InsuranceMSP\",\"rules\":1}"
                        .formatted(Jcs.text(fund)),
                ask());
        enrol(Callers.FINANCE);
        assertEquals("null", ask());
    }

    @Test
    void takes_either_order() throws Exception {
        assertEquals(pending, enrol(Callers.HOSPITAL));
        assertEquals(DONE, enrol(Callers.INSURANCE));
    }

    @Test
    void is_not_given_by_the_organisation_that_asked() throws Exception {
        assertEquals(pending, enrol(Callers.INSURANCE));
        assertEquals(pending, enrol(Callers.INSURANCE));
        assertTrue(channel.ledger().value("payer/fund").isEmpty());
    }

    @Test
    void is_not_given_without_insurance() throws Exception {
        assertEquals(pending, enrol(Callers.HOSPITAL));
        assertEquals(pending, enrol(Callers.FINANCE));
        assertTrue(channel.ledger().value("payer/fund").isEmpty());
        assertEquals(DONE, enrol(Callers.INSURANCE));
    }

    @Test
    void counts_for_the_same_arguments_only() throws Exception {
        enrol(Callers.INSURANCE);
        Json.Members other = Channel.payer("fund", "ASSISTANCE");
        channel.ledger().submit(Callers.admin(Callers.FINANCE), Call.of("enrolPayer").with(other));
        assertTrue(channel.ledger().value("payer/fund").isEmpty());
    }

    @Test
    void counts_once() throws Exception {
        enrol(Callers.INSURANCE);
        enrol(Callers.FINANCE);
        suspend();
        // The old asking must not let Finance lift the suspension alone.
        assertEquals(pending, enrol(Callers.FINANCE));
        assertEquals(DONE, enrol(Callers.INSURANCE));
    }

    @Test
    void does_not_let_one_administrator_bring_an_old_state_back() throws Exception {
        channel.confirmed("enrolIssuer", named("第一"));
        channel.confirmed("enrolIssuer", named("第二"));
        String answer =
                channel.ledger()
                        .submit(
                                Callers.admin(Callers.FINANCE),
                                Call.of("enrolIssuer").with(named("第一")));
        assertTrue(answer.contains("PENDING"), answer);
        assertEquals("第二", Channel.text(channel.value("issuer/1"), "name"));
    }

    @Test
    void asked_for_before_a_suspension_is_asked_for_again() throws Exception {
        enrol(Callers.INSURANCE);
        enrol(Callers.FINANCE);
        channel.confirmed("enrolPayer", Channel.payer("second", "BASIC"));
        Json.Members renamed = Channel.payer("third", "BASIC");
        Call call = Call.of("enrolPayer").with(renamed);
        channel.ledger().submit(Callers.admin(Callers.INSURANCE), call);
        suspend();
        String answer = channel.ledger().submit(Callers.admin(Callers.FINANCE), call);
        assertTrue(answer.contains("PENDING"), answer);
        assertEquals(DONE, channel.ledger().submit(Callers.admin(Callers.INSURANCE), call));
    }

    @Test
    void reads_arguments_in_any_spelling() throws Exception {
        enrol(Callers.INSURANCE);
        Call spelt =
                Call.of("enrolPayer")
                        .with(
                                " {\"payer\": \"fund\","
                                        + " \"msp\":\"InsuranceMSP\",\"class\":\"BASIC\"}");
        assertEquals(DONE, channel.ledger().submit(Callers.admin(Callers.FINANCE), spelt));
    }

    private Json.Members named(String name) {
        TreeMap<String, Json> members = new TreeMap<>(channel.hospital().enrolment().values());
        members.put("name", new Json.Text(name));
        return new Json.Members(members);
    }

    private void suspend() throws Exception {
        channel.ledger()
                .submit(
                        Callers.admin(Callers.FINANCE),
                        Call.of("suspendKey").with(Json.object().put("payer", "fund").end()));
    }

    private String enrol(String msp) throws Exception {
        return channel.ledger().submit(Callers.admin(msp), Call.of("enrolPayer").with(fund));
    }

    private String ask() throws Exception {
        return channel.ledger()
                .submit(Callers.nobody(Callers.FINANCE), Call.of("pending").with(digest));
    }
}
