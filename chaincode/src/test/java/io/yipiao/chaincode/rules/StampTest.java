package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;

class StampTest {
    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 335_430);
    private final SealedBatch batch = channel.anchor(bill);

    StampTest() throws Exception {}

    @Test
    void stamps_what_was_held() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 183_070);
        Json.Members answer = channel.stamp(bill, "basic", "C1", 1, 183_070);
        assertEquals("STAMPED", text(answer, "outcome"));
        assertEquals("183070", text(answer, "fen"));
        assertEquals(Item.RESULT.hex(), text(channel.shares(bill).getFirst(), "result"));
    }

    @Test
    void stamps_less_than_was_held_and_frees_the_rest() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 335_430);
        channel.stamp(bill, "basic", "C1", 1, 183_070);
        channel.hold(batch, "serious", "C2", 1, 152_360);
        assertEquals(List.of("STAMPED", "HELD"), channel.shareStates(bill));
    }

    @Test
    void refuses_more_than_was_held() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 100);
        Refused.with(RefusalCode.EXCEEDED, () -> channel.stamp(bill, "basic", "C1", 1, 101));
    }

    @Test
    void refuses_a_bill_that_was_never_opened() {
        Refused.with(RefusalCode.UNKNOWN_BILL, () -> channel.stamp(bill, "basic", "C1", 1, 1));
    }

    @Test
    void refuses_a_bill_known_only_from_its_red_bill() throws Exception {
        channel.reverse(channel.anchor(channel.hospital().red(2, bill)));
        Refused.with(RefusalCode.UNKNOWN_BILL, () -> channel.stamp(bill, "basic", "C1", 1, 1));
    }

    @Test
    void refuses_a_claim_without_a_share() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 100);
        Refused.with(RefusalCode.UNKNOWN_SHARE, () -> channel.stamp(bill, "basic", "C9", 1, 1));
        Refused.with(RefusalCode.UNKNOWN_SHARE, () -> channel.stamp(bill, "serious", "C1", 1, 1));
    }

    @Test
    void refuses_a_share_that_is_stamped_already() throws Exception {
        channel.holdAndStamp(batch, "basic", "C1", 1, 100);
        Refused.with(RefusalCode.WRONG_STATE, () -> channel.stamp(bill, "basic", "C1", 1, 100));
    }

    @Test
    void refuses_a_share_that_was_released() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 100);
        channel.release(bill, "basic", "C1", 1);
        Refused.with(RefusalCode.WRONG_STATE, () -> channel.stamp(bill, "basic", "C1", 1, 100));
    }

    @Test
    void refuses_a_reversed_bill() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 100);
        channel.reverse(channel.anchor(channel.hospital().red(2, bill)));
        Refused.with(RefusalCode.REVERSED, () -> channel.stamp(bill, "basic", "C1", 1, 100));
    }

    @Test
    void refuses_another_payers_certificate() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 100);
        Item item = Item.stamp(channel.index(bill), "basic", "C1", 1, 100);
        Refused.with(
                RefusalCode.FORBIDDEN,
                () -> channel.one(Callers.claims("serious"), Item.call("stamp", item)));
    }

    @Test
    void refuses_no_amount() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 100);
        Refused.with(RefusalCode.BAD_REQUEST, () -> channel.stamp(bill, "basic", "C1", 1, 0));
    }
}
