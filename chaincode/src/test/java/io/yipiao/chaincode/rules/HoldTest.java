package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class HoldTest {
    private final Channel channel = new Channel();
    // 2,000.00 yuan, of which the patient paid 700.00 himself.
    private final Opening bill = channel.hospital().bill(1, 200_000, 70_000, Optional.empty(), "");
    private final SealedBatch batch = channel.anchor(bill);

    HoldTest() throws Exception {}

    @Test
    void opens_the_bill_and_takes_a_share() throws Exception {
        Json.Members answer = channel.hold(batch, "basic", "C1", 1, 30_000);
        assertEquals(
                "{\"fen\":30000,\"index\":\"%s\",\"outcome\":\"HELD\",\"state\":\"OPEN\"}"
                        .formatted(channel.index(bill)),
                Jcs.text(answer));
        Json.Members value = channel.bill(bill);
        assertEquals("OPEN", text(value, "state"));
        assertEquals("ISSUED", text(value, "provenance"));
        assertEquals(bill.fingerprint().hex(), text(value, "fingerprint"));
        assertEquals("1", text(value, "issuer"));
        assertEquals("200000", text(value, "total"));
        assertEquals("70000", text(value, "claimable"));
        assertEquals(List.of("HELD"), channel.shareStates(bill));
    }

    @Test
    void holds_and_stamps_at_once() throws Exception {
        Json.Members answer = channel.holdAndStamp(batch, "basic", "C1", 1, 30_000);
        assertEquals("STAMPED", text(answer, "outcome"));
        assertEquals("OPEN", text(answer, "state"));
        Json.Members share = channel.shares(bill).getFirst();
        assertEquals("STAMPED", text(share, "state"));
        assertEquals(Item.RESULT.hex(), text(share, "result"));
    }

    @Test
    void takes_all_that_the_patient_paid_and_no_fen_more() throws Exception {
        Refused.with(RefusalCode.EXCEEDED, () -> channel.hold(batch, "basic", "C1", 1, 70_001));
        channel.hold(batch, "basic", "C1", 1, 70_000);
        Refused.with(RefusalCode.EXCEEDED, () -> channel.hold(batch, "serious", "C2", 1, 1));
    }

    @Test
    void counts_what_is_stamped_like_what_is_held() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 40_000);
        channel.stamp(bill, "basic", "C1", 1, 40_000);
        channel.hold(batch, "serious", "C2", 1, 20_000);
        Refused.with(
                RefusalCode.EXCEEDED, () -> channel.hold(batch, "assistance", "C3", 1, 10_001));
        channel.hold(batch, "assistance", "C3", 1, 10_000);
    }

    @Test
    void refuses_a_second_share_of_a_payer() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 100);
        Refused.with(RefusalCode.OCCUPIED, () -> channel.hold(batch, "basic", "C2", 1, 100));
        Refused.with(RefusalCode.OCCUPIED, () -> channel.hold(batch, "basic", "C1", 2, 100));
        Refused.with(
                RefusalCode.OCCUPIED, () -> channel.holdAndStamp(batch, "basic", "C1", 1, 100));
    }

    @Test
    void refuses_a_second_payer_of_a_class() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 100);
        Refused.with(RefusalCode.OCCUPIED, () -> channel.hold(batch, "basic2", "D1", 1, 100));
    }

    @Test
    void lets_each_commercial_payer_take_a_share() throws Exception {
        channel.hold(batch, "commercial", "C1", 1, 100);
        channel.hold(batch, "commercial2", "C1", 1, 100);
        Refused.with(RefusalCode.OCCUPIED, () -> channel.hold(batch, "commercial", "C2", 1, 100));
    }

    @Test
    void names_the_winning_claim_to_its_own_payer_only() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 100);
        Refusal own = refusal("basic");
        assertTrue(own.sentence().contains("C1"), own.sentence());
        Refusal others = refusal("basic2");
        assertFalse(others.sentence().contains("C1"), others.sentence());
    }

    @Test
    void frees_the_class_and_the_amount_once_released() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 70_000);
        channel.release(bill, "basic", "C1", 1);
        channel.hold(batch, "basic2", "D1", 1, 70_000);
        assertEquals(List.of("RELEASED", "HELD"), channel.shareStates(bill));
    }

    @Test
    void lets_a_claim_hold_again_after_its_release() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 70_000);
        channel.release(bill, "basic", "C1", 1);
        channel.hold(batch, "basic", "C1", 2, 60_000);
        channel.stamp(bill, "basic", "C1", 1, 60_000);
        assertEquals(List.of("RELEASED", "STAMPED"), channel.shareStates(bill));
    }

    @Test
    void refuses_an_amount_that_is_no_amount() {
        for (long fen : List.of(0L, -1L, 1L << 40)) {
            Refused.with(RefusalCode.BAD_REQUEST, () -> channel.hold(batch, "basic", "C1", 1, fen));
        }
    }

    @Test
    void refuses_a_certificate_of_another_payer() {
        Item item = Item.hold(batch, 0, "basic", "C1", 1, 100);
        refuses(RefusalCode.FORBIDDEN, Callers.claims("serious"), item);
        Caller withoutPayer = new Caller(Callers.INSURANCE, Map.of("role", "claims"));
        refuses(RefusalCode.FORBIDDEN, withoutPayer, item);
    }

    @Test
    void refuses_another_organisations_certificate_for_the_payer() {
        Item item = Item.hold(batch, 0, "basic", "C1", 1, 100);
        refuses(RefusalCode.FORBIDDEN, Callers.claims(Callers.FINANCE, "basic"), item);
    }

    @Test
    void refuses_a_payer_that_is_not_enrolled() {
        Item item = Item.hold(batch, 0, "nobody", "C1", 1, 100);
        refuses(RefusalCode.UNKNOWN_PAYER, Callers.claims("nobody"), item);
    }

    @Test
    void refuses_a_red_bill() throws Exception {
        SealedBatch red = channel.anchor(channel.hospital().red(2, bill));
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.hold(red, "basic", "C1", 1, 100));
    }

    @Test
    void refuses_an_exchange_that_is_no_paper() throws Exception {
        Opening paper = channel.hospital().related(2, Relation.Kind.EXCHANGES, bill, 70_000);
        SealedBatch anchored = channel.anchor(paper);
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.hold(anchored, "basic", "C1", 1, 100));
    }

    private Refusal refusal(String payer) {
        return assertThrows(Refusal.class, () -> channel.hold(batch, payer, "X", 1, 100));
    }

    private void refuses(RefusalCode code, Caller caller, Item item) {
        Refused.with(code, () -> channel.one(caller, Item.call("hold", item)));
    }
}
