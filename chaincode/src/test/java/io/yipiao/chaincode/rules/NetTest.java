package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A refund after the stamp: the claim moves to the bill that replaces, the rest is recovered. */
class NetTest {
    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 335_430);
    private final SealedBatch batch = channel.anchor(bill);
    private final SealedBatch red = channel.anchor(channel.hospital().red(2, bill));
    private final Opening replacing = channel.hospital().replacing(3, bill, 309_430);
    private final SealedBatch replacement = channel.anchor(replacing);

    NetTest() throws Exception {
        channel.holdAndStamp(batch, "basic", "C1", 1, 176_362);
    }

    @Test
    void moves_the_claim_over_and_leaves_the_difference_to_recover() throws Exception {
        channel.reverse(red);
        Json.Members answer = channel.net(replacement, "basic", "C1", 1, 158_474);
        assertEquals("STAMPED", text(answer, "outcome"));
        assertEquals(channel.index(replacing), text(answer, "index"));
        assertEquals("158474", text(answer, "fen"));
        assertEquals(
                List.of("basic C1 OFFSET 158474", "basic C1 RECOVERING 17888"),
                channel.shareLines(bill));
        assertEquals(List.of("basic C1 STAMPED 158474"), channel.shareLines(replacing));
        channel.recover(bill, "basic", "C1", 1, 17_888, "REPAID");
        assertEquals(
                List.of("basic C1 OFFSET 158474", "basic C1 REPAID 17888"),
                channel.shareLines(bill));
    }

    @Test
    void leaves_the_other_room_of_the_new_bill_to_be_claimed() throws Exception {
        channel.reverse(red);
        Refused.with(RefusalCode.WAITS, () -> channel.hold(replacement, "serious", "C2", 1, 1));
        channel.net(replacement, "basic", "C1", 1, 158_474);
        Refused.with(RefusalCode.OCCUPIED, () -> channel.hold(replacement, "basic", "C9", 1, 1));
        Refused.with(
                RefusalCode.EXCEEDED, () -> channel.hold(replacement, "serious", "C2", 1, 150_957));
        assertEquals(
                "HELD", text(channel.hold(replacement, "serious", "C2", 1, 150_956), "outcome"));
    }

    @Test
    void waits_for_the_others_that_were_stamped_on_the_original() throws Exception {
        channel.holdAndStamp(batch, "serious", "C2", 1, 1_000);
        channel.reverse(red);
        channel.net(replacement, "basic", "C1", 1, 158_474);
        Refused.with(RefusalCode.WAITS, () -> channel.hold(replacement, "serious", "C3", 1, 1));
        channel.net(replacement, "serious", "C2", 1, 1_000);
        assertEquals("HELD", text(channel.hold(replacement, "assistance", "C4", 1, 1), "outcome"));
        assertEquals(
                List.of(
                        "basic C1 OFFSET 158474",
                        "basic C1 RECOVERING 17888",
                        "serious C2 OFFSET 1000"),
                channel.shareLines(bill));
    }

    @Test
    void needs_the_red_bill_first() {
        Refused.with(RefusalCode.WAITS, () -> channel.net(replacement, "basic", "C1", 1, 158_474));
    }

    @Test
    void moves_no_more_than_is_owed_and_than_the_new_bill_bears() throws Exception {
        channel.reverse(red);
        Refused.with(
                RefusalCode.EXCEEDED, () -> channel.net(replacement, "basic", "C1", 1, 176_363));
        SealedBatch small = channel.anchor(channel.hospital().replacing(4, bill, 100_000));
        Refused.with(RefusalCode.EXCEEDED, () -> channel.net(small, "basic", "C1", 1, 158_474));
        Refused.with(
                RefusalCode.UNKNOWN_SHARE, () -> channel.net(replacement, "basic", "C2", 1, 1));
        channel.net(replacement, "basic", "C1", 1, 158_474);
        Refused.with(RefusalCode.OCCUPIED, () -> channel.net(replacement, "basic", "C1", 2, 1));
    }

    @Test
    void moves_nothing_that_was_repaid_before() throws Exception {
        channel.reverse(red);
        channel.recover(bill, "basic", "C1", 1, 176_362, "REPAID");
        Refused.with(RefusalCode.WRONG_STATE, () -> channel.net(replacement, "basic", "C1", 1, 1));
        assertEquals("HELD", text(channel.hold(replacement, "basic", "C1", 2, 1), "outcome"));
    }

    @Test
    void what_was_written_off_unmoved_keeps_the_new_bill_waiting() throws Exception {
        channel.reverse(red);
        channel.confirmed(
                "writeOff", Item.writeOff(channel.index(bill), "basic", "C1", 1, 176_362));
        Refused.with(RefusalCode.WAITS, () -> channel.hold(replacement, "basic", "C2", 1, 1));
    }

    @Test
    void is_not_for_another_issuers_bill() throws Exception {
        channel.reverse(red);
        Opening foreign = channel.neighbour().replacing(7, bill, 309_430);
        SealedBatch theirs = channel.anchor(channel.neighbour(), foreign);
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.net(theirs, "basic", "C1", 1, 1));
        Refused.with(RefusalCode.BAD_REQUEST, () -> channel.net(batch, "basic", "C1", 1, 1));
    }

    @Test
    void stops_at_a_conflict_of_either_bill() throws Exception {
        Opening other = channel.hospital().otherContent(replacing);
        SealedBatch otherBatch = channel.anchor(other);
        channel.reverse(red);
        channel.net(replacement, "basic", "C1", 1, 1_000);
        assertEquals("CONFLICT", text(channel.net(otherBatch, "basic", "C1", 2, 1), "outcome"));
        Refused.with(RefusalCode.CONFLICT, () -> channel.net(replacement, "basic", "C1", 3, 1));
        channel.hold(channel.anchor(channel.hospital().otherContent(bill)), "serious", "C2", 1, 1);
        SealedBatch second = channel.anchor(channel.hospital().replacing(5, bill, 309_430));
        Refused.with(RefusalCode.CONFLICT, () -> channel.net(second, "basic", "C1", 4, 1));
    }

    @Test
    void a_red_bill_of_the_new_bill_can_be_netted_again() throws Exception {
        channel.reverse(red);
        channel.net(replacement, "basic", "C1", 1, 158_474);
        channel.reverse(channel.anchor(channel.hospital().red(4, replacing)));
        Opening third = channel.hospital().replacing(5, replacing, 300_000);
        SealedBatch thirdBatch = channel.anchor(third);
        Refused.with(RefusalCode.WAITS, () -> channel.hold(thirdBatch, "serious", "C2", 1, 1));
        channel.net(thirdBatch, "basic", "C1", 1, 150_000);
        assertEquals(
                List.of("basic C1 OFFSET 150000", "basic C1 RECOVERING 8474"),
                channel.shareLines(replacing));
        assertEquals(List.of("basic C1 STAMPED 150000"), channel.shareLines(third));
        assertEquals("HELD", text(channel.hold(thirdBatch, "serious", "C2", 1, 1), "outcome"));
    }

    @Test
    void a_retry_gets_the_first_answer() throws Exception {
        channel.reverse(red);
        Json.Members first = channel.net(replacement, "basic", "C1", 1, 158_474);
        channel.reverse(channel.anchor(channel.hospital().red(4, replacing)));
        assertEquals(first, channel.net(replacement, "basic", "C1", 1, 158_474));
        Refused.with(
                RefusalCode.MISMATCH, () -> channel.net(replacement, "basic", "C1", 1, 158_475));
    }
}
