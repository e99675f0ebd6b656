package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A stamp raised after an appeal. */
class AmendTest {
    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 1000);
    private final SealedBatch batch = channel.anchor(bill);

    AmendTest() throws Exception {
        channel.holdAndStamp(batch, "basic", "C1", 1, 600);
    }

    @Test
    void raises_the_stamp_up_to_what_is_left() throws Exception {
        channel.hold(batch, "serious", "C2", 1, 100);
        assertEquals("STAMPED", text(channel.amend(bill, "basic", "C1", 1, 700), "outcome"));
        Refused.with(RefusalCode.EXCEEDED, () -> channel.amend(bill, "basic", "C1", 2, 901));
        channel.amend(bill, "basic", "C1", 2, 900);
        assertEquals(
                List.of("basic C1 STAMPED 900", "serious C2 HELD 100"), channel.shareLines(bill));
    }

    @Test
    void does_not_lower_it() {
        Refused.with(RefusalCode.NOT_HIGHER, () -> channel.amend(bill, "basic", "C1", 1, 600));
        Refused.with(RefusalCode.NOT_HIGHER, () -> channel.amend(bill, "basic", "C1", 1, 599));
    }

    @Test
    void raises_a_stamp_of_which_a_part_was_taken_back() throws Exception {
        channel.revoke(bill, "basic", "C1", 1, 200);
        Refused.with(RefusalCode.EXCEEDED, () -> channel.amend(bill, "basic", "C1", 1, 801));
        channel.amend(bill, "basic", "C1", 1, 800);
        assertEquals(
                List.of("basic C1 RECOVERING 200", "basic C1 STAMPED 800"),
                channel.shareLines(bill));
    }

    @Test
    void is_of_a_stamp_only() throws Exception {
        channel.hold(batch, "serious", "C2", 1, 100);
        Refused.with(RefusalCode.WRONG_STATE, () -> channel.amend(bill, "serious", "C2", 1, 200));
        Refused.with(RefusalCode.UNKNOWN_SHARE, () -> channel.amend(bill, "basic", "C9", 1, 700));
    }

    @Test
    void is_refused_once_a_red_bill_or_a_second_content_is_there() throws Exception {
        channel.hold(
                channel.anchor(channel.hospital().otherContent(bill)), "serious", "C2", 1, 100);
        Refused.with(RefusalCode.CONFLICT, () -> channel.amend(bill, "basic", "C1", 1, 700));
        channel.reverse(channel.anchor(channel.hospital().red(2, bill)));
        Refused.with(RefusalCode.CONFLICT, () -> channel.amend(bill, "basic", "C1", 1, 700));
        Opening next = channel.hospital().bill(3, 1000);
        channel.holdAndStamp(channel.anchor(next), "basic", "C1", 1, 600);
        channel.reverse(channel.anchor(channel.hospital().red(4, next)));
        Refused.with(RefusalCode.REVERSED, () -> channel.amend(next, "basic", "C1", 1, 700));
    }

    @Test
    void a_retry_gets_the_first_answer() throws Exception {
        Json.Members first = channel.amend(bill, "basic", "C1", 1, 700);
        channel.amend(bill, "basic", "C1", 2, 800);
        channel.reverse(channel.anchor(channel.hospital().red(2, bill)));
        assertEquals(first, channel.amend(bill, "basic", "C1", 1, 700));
        Refused.with(RefusalCode.MISMATCH, () -> channel.amend(bill, "basic", "C1", 1, 701));
        assertEquals(List.of("basic C1 RECOVERING 800"), channel.shareLines(bill));
    }
}
