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

/** Two sealed contents of one bill: remembered by the ledger, decided by a person. */
class ConflictTest {
    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 1000);
    private final SealedBatch batch = channel.anchor(bill);
    private final Opening other = channel.hospital().otherContent(bill);
    private final SealedBatch otherBatch = channel.anchor(other);

    ConflictTest() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
    }

    @Test
    void is_an_accepted_outcome_that_keeps_both_contents() throws Exception {
        Json.Members answer = channel.hold(otherBatch, "serious", "C2", 1, 100);
        assertEquals("CONFLICT", text(answer, "outcome"));
        assertEquals(channel.index(bill), text(answer, "index"));
        Json.Members value = channel.bill(bill);
        assertEquals("CONFLICT", text(value, "state"));
        assertEquals(bill.fingerprint().hex(), text(value, "fingerprint"));
        assertEquals(other.fingerprint().hex(), text(value.object("other"), "fingerprint"));
        assertEquals(List.of("HELD"), channel.shareStates(bill));
    }

    @Test
    void is_answered_again_to_a_retry_and_to_a_third_content() throws Exception {
        channel.hold(otherBatch, "serious", "C2", 1, 100);
        String value = channel.ledger().value("bill/" + channel.index(bill)).orElseThrow();
        SealedBatch third = channel.anchor(channel.hospital().bill(1, 77));
        for (SealedBatch content : List.of(otherBatch, third)) {
            assertEquals(
                    "CONFLICT", text(channel.hold(content, "serious", "C2", 1, 100), "outcome"));
        }
        assertEquals(value, channel.ledger().value("bill/" + channel.index(bill)).orElseThrow());
    }

    @Test
    void is_found_by_hold_and_stamp_too() throws Exception {
        Json.Members answer = channel.holdAndStamp(otherBatch, "serious", "C2", 1, 100);
        assertEquals("CONFLICT", text(answer, "outcome"));
    }

    @Test
    void is_found_when_another_issuer_sealed_the_number() throws Exception {
        Opening taken = channel.neighbour().bill(1, 1000);
        SealedBatch theirs = channel.anchor(channel.neighbour(), taken);
        assertEquals("CONFLICT", text(channel.hold(theirs, "serious", "C2", 1, 100), "outcome"));
    }

    @Test
    void lets_nobody_hold_or_stamp() throws Exception {
        channel.hold(otherBatch, "serious", "C2", 1, 100);
        Refused.with(RefusalCode.CONFLICT, () -> channel.hold(batch, "serious", "C2", 2, 100));
        Refused.with(RefusalCode.CONFLICT, () -> channel.stamp(bill, "basic", "C1", 1, 400));
    }

    @Test
    void lets_the_holder_release_and_retry() throws Exception {
        Json.Members held = channel.hold(batch, "basic", "C1", 1, 400);
        channel.hold(otherBatch, "serious", "C2", 1, 100);
        assertEquals(held, channel.hold(batch, "basic", "C1", 1, 400));
        assertEquals("RELEASED", text(channel.release(bill, "basic", "C1", 1), "outcome"));
    }

    @Test
    void lets_a_red_bill_of_the_first_content_take_it_back() throws Exception {
        channel.hold(otherBatch, "serious", "C2", 1, 100);
        SealedBatch red = channel.anchor(channel.hospital().red(2, bill));
        assertEquals("REVERSED", text(channel.reverse(red), "outcome"));
        assertEquals("CONFLICT", text(channel.bill(bill), "state"));
        assertEquals(List.of("RELEASED"), channel.shareStates(bill));
    }

    @Test
    void is_not_made_by_a_red_bill_that_is_offered_as_the_bill() throws Exception {
        Opening redAtTheSamePlace = channel.hospital().red(1, channel.hospital().bill(9, 1000));
        SealedBatch red = channel.anchor(redAtTheSamePlace);
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.hold(red, "serious", "C2", 1, 100));
        assertEquals("OPEN", text(channel.bill(bill), "state"));
    }
}
