package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.record.AwaitingBill;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ReverseTest {
    private final Channel channel = new Channel();
    // 2,000.00 yuan, of which the patient paid 700.00 himself.
    private final Opening bill = channel.hospital().bill(1, 200_000, 70_000, Optional.empty(), "");
    private final SealedBatch batch = channel.anchor(bill);
    private final Opening red = channel.hospital().red(2, bill);
    private final SealedBatch redBatch = channel.anchor(red);

    ReverseTest() throws Exception {}

    @Test
    void releases_what_is_held_and_recovers_what_is_stamped() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 30_000);
        channel.holdAndStamp(batch, "serious", "C2", 1, 20_000);
        channel.hold(batch, "assistance", "C3", 1, 10_000);
        channel.release(bill, "assistance", "C3", 1);
        Json.Members answer = channel.reverse(redBatch);
        assertEquals("REVERSED", text(answer, "outcome"));
        assertEquals(channel.index(bill), text(answer, "index"));
        assertEquals(channel.index(red), text(answer, "red"));
        assertEquals(List.of("RELEASED", "RECOVERING", "RELEASED"), channel.shareStates(bill));
        assertEquals(channel.index(red), text(channel.bill(bill), "red"));
    }

    @Test
    void leaves_nothing_to_claim() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 30_000);
        channel.reverse(redBatch);
        Refused.with(RefusalCode.REVERSED, () -> channel.hold(batch, "serious", "C2", 1, 1));
        Refused.with(
                RefusalCode.REVERSED, () -> channel.holdAndStamp(batch, "serious", "C2", 1, 1));
    }

    @Test
    void is_applied_once() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 30_000);
        channel.reverse(redBatch);
        String value = channel.ledger().value("bill/" + channel.index(bill)).orElseThrow();
        assertEquals("ALREADY", text(channel.reverse(redBatch), "outcome"));
        SealedBatch elsewhere =
                channel.anchor(channel.hospital(), red, channel.hospital().bill(8, 1));
        assertEquals("ALREADY", text(channel.reverse(elsewhere), "outcome"));
        assertEquals(value, channel.ledger().value("bill/" + channel.index(bill)).orElseThrow());
    }

    @Test
    void of_two_red_bills_for_one_bill_only_the_first_counts() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 30_000);
        channel.reverse(redBatch);
        SealedBatch second = channel.anchor(channel.hospital().red(3, bill));
        assertEquals("NOT_COUNTED", text(channel.reverse(second), "outcome"));
        assertEquals("ALREADY", text(channel.reverse(second), "outcome"));
        assertEquals(channel.index(red), text(channel.bill(bill), "red"));
    }

    @Test
    void of_two_red_bills_for_an_unknown_bill_only_the_first_waits() throws Exception {
        assertEquals("AWAITING", text(channel.reverse(redBatch), "outcome"));
        SealedBatch second = channel.anchor(channel.hospital().red(3, bill));
        assertEquals("NOT_COUNTED", text(channel.reverse(second), "outcome"));
    }

    @Test
    void before_its_original_it_waits_and_then_counts() throws Exception {
        assertEquals("AWAITING", text(channel.reverse(redBatch), "outcome"));
        assertEquals("AWAITING", text(channel.bill(bill), "state"));
        Refused.with(RefusalCode.REVERSED, () -> channel.hold(batch, "basic", "C1", 1, 100));
    }

    @Test
    void another_issuers_red_bill_does_not_count() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 30_000);
        Opening forged = channel.neighbour().red(2, bill);
        SealedBatch theirs = channel.anchor(channel.neighbour(), forged);
        assertEquals("NOT_COUNTED", text(channel.reverse(theirs), "outcome"));
        assertEquals(List.of("HELD"), channel.shareStates(bill));
    }

    @Test
    void another_issuers_red_bill_before_the_original_does_not_count() throws Exception {
        SealedBatch theirs = channel.anchor(channel.neighbour(), channel.neighbour().red(2, bill));
        assertEquals("AWAITING", text(channel.reverse(theirs), "outcome"));
        assertEquals("HELD", text(channel.hold(batch, "basic", "C1", 1, 100), "outcome"));
    }

    @Test
    void another_issuers_red_bill_does_not_keep_the_true_one_out() throws Exception {
        // The neighbour guesses the number of the hospital's next red bill, and is first.
        SealedBatch theirs = channel.anchor(channel.neighbour(), channel.neighbour().red(2, bill));
        assertEquals("AWAITING", text(channel.reverse(theirs), "outcome"));
        assertEquals("AWAITING", text(channel.reverse(redBatch), "outcome"));
        Refused.with(RefusalCode.REVERSED, () -> channel.hold(batch, "basic", "C1", 1, 100));
    }

    @Test
    void a_red_bill_of_another_total_does_not_count() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 30_000);
        SealedBatch partial =
                channel.anchor(channel.hospital().related(3, Relation.Kind.REVERSES, bill, 26_000));
        assertEquals("NOT_COUNTED", text(channel.reverse(partial), "outcome"));
        assertEquals(List.of("HELD"), channel.shareStates(bill));
    }

    @Test
    void a_red_bill_of_another_total_before_the_original_does_not_keep_the_true_one_out()
            throws Exception {
        SealedBatch partial =
                channel.anchor(channel.hospital().related(3, Relation.Kind.REVERSES, bill, 26_000));
        assertEquals("AWAITING", text(channel.reverse(partial), "outcome"));
        assertEquals("AWAITING", text(channel.reverse(redBatch), "outcome"));
        Refused.with(RefusalCode.REVERSED, () -> channel.hold(batch, "basic", "C1", 1, 100));
    }

    @Test
    void only_so_many_red_bills_of_an_issuer_wait_for_one_bill() throws Exception {
        for (int i = 0; i < AwaitingBill.MOST_OF_AN_ISSUER; i++) {
            channel.reverse(wrongRed(10 + i, 1 + i));
        }
        assertEquals("NOT_COUNTED", text(channel.reverse(wrongRed(30, 99)), "outcome"));
        SealedBatch theirs = channel.anchor(channel.neighbour(), channel.neighbour().red(40, bill));
        assertEquals("AWAITING", text(channel.reverse(theirs), "outcome"));
    }

    @Test
    void refuses_one_red_bill_for_two_bills() throws Exception {
        Opening other = channel.hospital().bill(5, 200_000);
        channel.anchor(other);
        channel.reverse(redBatch);
        SealedBatch reused = channel.anchor(channel.hospital().red(2, other));
        Refused.with(RefusalCode.CONFLICT, () -> channel.reverse(reused));
    }

    @Test
    void refuses_a_red_bill_of_itself_alone() throws Exception {
        Opening circle = channel.hospital().red(1, bill);
        SealedBatch anchored = channel.anchor(circle);
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.reverse(anchored));
        List<Json.Members> answers =
                channel.all(
                        Callers.intake(Callers.HOSPITAL),
                        Item.call(
                                "reverse", Item.reverse(anchored, 0), Item.reverse(otherRed(), 0)));
        assertEquals("BAD_OPENING", text(answers.get(0), "code"));
        assertEquals("AWAITING", text(answers.get(1), "outcome"));
    }

    @Test
    void refuses_a_bill_that_is_not_red() {
        Refused.with(RefusalCode.BAD_REQUEST, () -> channel.reverse(batch));
    }

    @Test
    void refuses_a_red_bill_that_was_not_anchored() {
        SealedBatch loose = SealedBatch.of(channel.hospital(), channel.hospital().red(6, bill));
        Refused.with(RefusalCode.UNKNOWN_BATCH, () -> channel.reverse(loose));
    }

    @Test
    void refuses_a_red_bill_in_another_issuers_batch() throws Exception {
        SealedBatch smuggled = channel.anchor(channel.neighbour(), red);
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.reverse(smuggled));
    }

    @Test
    void two_red_bills_for_one_bill_in_one_call_are_refused_whole() throws Exception {
        SealedBatch second = channel.anchor(channel.hospital().red(3, bill));
        Refused.with(
                RefusalCode.REPEATED,
                () ->
                        channel.all(
                                Callers.intake(Callers.HOSPITAL),
                                Item.call(
                                        "reverse",
                                        Item.reverse(redBatch, 0),
                                        Item.reverse(second, 0))));
    }

    @Test
    void never_leaves_a_stamp_without_recovery_whoever_is_first() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 30_000);
        channel.stamp(bill, "basic", "C1", 1, 30_000);
        channel.reverse(redBatch);
        assertEquals(List.of("RECOVERING"), channel.shareStates(bill));
    }

    private SealedBatch otherRed() throws Exception {
        return channel.anchor(channel.hospital().red(7, channel.hospital().bill(6, 1)));
    }

    private SealedBatch wrongRed(int running, long fen) throws Exception {
        return channel.anchor(
                channel.hospital().related(running, Relation.Kind.REVERSES, bill, fen));
    }
}
