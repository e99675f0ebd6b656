package io.yipiao.chaincode.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.fixture.Simulation;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeMap;

/** A retry gets the first answer; the same number with other content is a mistake. */
class RetryTest {
    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 1000);
    private final SealedBatch batch = channel.anchor(bill);
    private final Caller basic = Callers.claims("basic");

    RetryTest() throws Exception {}

    @Test
    void of_a_hold_gets_the_first_answer_whatever_happened_since() throws Exception {
        Call call = Item.call("hold", Item.hold(batch, 0, "basic", "C1", 1, 400));
        String first = channel.ledger().submit(basic, call);
        assertRetried(first, call);
        channel.stamp(bill, "basic", "C1", 1, 300);
        assertRetried(first, call);
        channel.reverse(channel.anchor(channel.hospital().red(2, bill)));
        assertRetried(first, call);
    }

    @Test
    void of_a_hold_that_was_released_gets_the_first_answer_and_holds_nothing() throws Exception {
        Call call = Item.call("hold", Item.hold(batch, 0, "basic", "C1", 1, 400));
        String first = channel.ledger().submit(basic, call);
        channel.release(bill, "basic", "C1", 1);
        assertRetried(first, call);
    }

    @Test
    void of_a_hold_and_stamp_gets_the_first_answer() throws Exception {
        Call call = Item.call("holdAndStamp", Item.holdAndStamp(batch, 0, "basic", "C1", 1, 400));
        String first = channel.ledger().submit(basic, call);
        assertRetried(first, call);
        channel.reverse(channel.anchor(channel.hospital().red(2, bill)));
        assertRetried(first, call);
    }

    @Test
    void of_a_stamp_gets_the_first_answer() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        Call call = Item.call("stamp", Item.stamp(channel.index(bill), "basic", "C1", 1, 300));
        String first = channel.ledger().submit(basic, call);
        assertRetried(first, call);
        channel.reverse(channel.anchor(channel.hospital().red(2, bill)));
        assertRetried(first, call);
    }

    @Test
    void of_a_release_gets_the_first_answer() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        Call call = Item.call("release", Item.release(channel.index(bill), "basic", "C1", 1));
        String first = channel.ledger().submit(basic, call);
        assertRetried(first, call);
        channel.hold(batch, "basic", "C1", 2, 500);
        assertRetried(first, call);
    }

    @Test
    void by_a_suspended_payer_gets_the_first_answer() throws Exception {
        Call call = Item.call("hold", Item.hold(batch, 0, "basic", "C1", 1, 400));
        String first = channel.ledger().submit(basic, call);
        channel.ledger()
                .submit(
                        Callers.admin(Callers.FINANCE),
                        Call.of("suspendKey").with(Json.object().put("payer", "basic").end()));
        assertRetried(first, call);
    }

    @Test
    void with_other_content_is_a_mismatch() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        Refused.with(RefusalCode.MISMATCH, () -> channel.hold(batch, "basic", "C1", 1, 401));
        channel.stamp(bill, "basic", "C1", 1, 300);
        Refused.with(RefusalCode.MISMATCH, () -> channel.stamp(bill, "basic", "C1", 1, 299));
        Item other = result(Item.stamp(channel.index(bill), "basic", "C1", 1, 300));
        Refused.with(RefusalCode.MISMATCH, () -> channel.claims("basic", "stamp", other));
    }

    @Test
    void of_a_hold_and_stamp_with_another_result_is_a_mismatch() throws Exception {
        channel.holdAndStamp(batch, "basic", "C1", 1, 400);
        Item other = result(Item.holdAndStamp(batch, 0, "basic", "C1", 1, 400));
        Refused.with(RefusalCode.MISMATCH, () -> channel.claims("basic", "holdAndStamp", other));
    }

    @Test
    void of_a_release_with_another_reason_is_a_mismatch() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.release(bill, "basic", "C1", 1);
        Item other = Item.release(channel.index(bill), "basic", "C1", 1, "another");
        Refused.with(RefusalCode.MISMATCH, () -> channel.claims("basic", "release", other));
    }

    @Test
    void of_an_anchor_or_a_reversal_is_answered_already() throws Exception {
        Caller intake = Callers.intake(Callers.HOSPITAL);
        SealedBatch red = channel.anchor(channel.hospital().red(2, bill));
        channel.reverse(red);
        assertEquals("ALREADY", Channel.text(channel.one(intake, batch.anchor()), "outcome"));
        assertEquals("ALREADY", Channel.text(channel.reverse(red), "outcome"));
    }

    @Test
    void numbers_count_for_each_claim_and_operation_by_themselves() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.hold(batch, "serious", "C1", 1, 300);
        channel.stamp(bill, "basic", "C1", 1, 400);
        channel.release(bill, "serious", "C1", 1);
        channel.hold(batch, "serious", "C2", 1, 300);
    }

    private void assertRetried(String first, Call call) {
        Simulation retry = channel.ledger().simulate(basic, call);
        assertEquals(first, retry.answer().orElseThrow());
        assertEquals(Map.of(), retry.writes());
    }

    private static Item result(Item item) {
        TreeMap<String, Json> members = new TreeMap<>(item.record().values());
        members.put("result", new Json.Text("00".repeat(32)));
        return new Item(new Json.Members(members), item.opening());
    }
}
