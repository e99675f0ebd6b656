package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

/** A partial refund: a red bill for the whole, and a new bill that replaces it. */
class ReplacementTest {
    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 335_430);
    private final SealedBatch batch = channel.anchor(bill);
    private final SealedBatch red = channel.anchor(channel.hospital().red(2, bill));
    private final Opening replacing = channel.hospital().replacing(3, bill, 309_430);
    private final SealedBatch replacement = channel.anchor(replacing);

    ReplacementTest() throws Exception {}

    @Test
    void can_be_held_once_its_original_is_taken_back_unclaimed() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 1);
        channel.release(bill, "basic", "C1", 1);
        channel.reverse(red);
        assertHeld();
    }

    @Test
    void can_be_held_once_its_originals_red_bill_waits() throws Exception {
        channel.reverse(red);
        assertHeld();
    }

    @Test
    void can_be_held_once_a_hold_on_its_original_was_voided() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 335_430);
        channel.reverse(red);
        assertHeld();
    }

    @Test
    void waits_for_the_red_bill() throws Exception {
        assertWaits();
        channel.hold(batch, "basic", "C1", 1, 1);
        assertWaits();
        channel.release(bill, "basic", "C1", 1);
        assertWaits();
    }

    @Test
    void waits_while_a_stamp_on_its_original_is_recovered() throws Exception {
        channel.holdAndStamp(batch, "basic", "C1", 1, 176_362);
        channel.reverse(red);
        assertWaits();
        Refused.with(RefusalCode.WAITS, () -> channel.hold(replacement, "serious", "C3", 1, 1));
    }

    @Test
    void waits_when_only_another_issuers_red_bill_is_there() throws Exception {
        channel.reverse(channel.anchor(channel.neighbour(), channel.neighbour().red(2, bill)));
        assertWaits();
    }

    @Test
    void waits_when_the_red_bill_does_not_count() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 1);
        channel.reverse(channel.anchor(channel.neighbour(), channel.neighbour().red(2, bill)));
        assertWaits();
    }

    @Test
    void keeps_its_original_out_where_the_red_bill_that_waited_does_not_count() throws Exception {
        channel.reverse(
                channel.anchor(
                        channel.hospital().related(5, Relation.Kind.REVERSES, bill, 26_000)));
        assertHeld();
        Refused.with(RefusalCode.CONFLICT, () -> channel.hold(batch, "serious", "C3", 1, 1));
        channel.reverse(red);
        Refused.with(RefusalCode.REVERSED, () -> channel.hold(batch, "serious", "C3", 1, 1));
    }

    @Test
    void of_another_issuer_keeps_nobodys_original_out() throws Exception {
        Opening foreign = channel.neighbour().replacing(7, bill, 100);
        SealedBatch theirs = channel.anchor(channel.neighbour(), foreign);
        channel.reverse(channel.anchor(channel.neighbour(), channel.neighbour().red(8, bill)));
        assertEquals("HELD", text(channel.hold(theirs, "basic", "C2", 1, 100), "outcome"));
        assertEquals("HELD", text(channel.hold(batch, "basic", "C3", 1, 100), "outcome"));
    }

    private void assertHeld() throws Exception {
        assertEquals("HELD", text(channel.hold(replacement, "basic", "C2", 1, 309_430), "outcome"));
    }

    private void assertWaits() {
        Refused.with(RefusalCode.WAITS, () -> channel.hold(replacement, "basic", "C2", 1, 309_430));
    }
}
