package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.Refusals;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What was asked and answered, on which channel. */
class ReceiptAnswerTest {
    private final TestChannel channel = new TestChannel();
    private final TestReading reading = new TestReading();

    @Test
    void refuses_another_channel() {
        Refusals.assertRefused(
                ReceiptException.class,
                "the call went to channel bills, not payments",
                () -> channel.receipt(reading).check(channel.roots, "payments"));
        channel.assertRefused("the call went to channel other", reading.onChannel("other"));
    }

    @Test
    void refuses_another_chaincode() {
        channel.assertRefused(
                "the call went to chaincode mine", new TestReading().askingChaincode("mine"));
        channel.assertRefused(
                "the answer is chaincode mine's", new TestReading().answeredByChaincode("mine"));
    }

    @Test
    void refuses_another_function() {
        channel.assertRefused(
                "not to prove a share or a batch", reading.calling("status", TestReading.INDEX));
        channel.assertRefused(
                "not to prove a share or a batch", reading.calling("prove", TestReading.INDEX));
    }

    @Test
    void refuses_the_answer_to_another_call() {
        TestReading other = new TestReading().calling("prove", TestReading.INDEX, "basic", "C-2");
        ByteString payload = other.payload();
        channel.assertRefused(
                "the answer is to another call", ofParts(reading.proposal(false), payload));
    }

    @Test
    void refuses_an_answer_about_another_bill_payer_or_claim() {
        String other = "2e".repeat(32);
        channel.assertRefused(
                "speaks of something else",
                reading.answering(TestReading.bill(other, "basic", "C-1")));
        channel.assertRefused(
                "speaks of something else",
                reading.answering(TestReading.bill(TestReading.INDEX, "serious", "C-1")));
        channel.assertRefused(
                "speaks of something else",
                reading.answering(TestReading.bill(TestReading.INDEX, "basic", "C-2")));
    }

    @Test
    void refuses_an_answer_that_is_no_canonical_json() {
        channel.assertRefused("the answer is malformed", reading.answering("{ }"));
        channel.assertRefused("the answer is malformed", reading.answering(Json.object().end()));
    }

    @Test
    void refuses_a_refusal() {
        channel.assertRefused("the registry refused: status 500", reading.refusing());
    }

    @Test
    void refuses_a_call_that_writes() {
        channel.assertRefused("a call that writes", reading.writing());
    }

    @Test
    void refuses_a_key_that_is_not_there_or_was_not_read() {
        channel.assertRefused("the ledger has no bill/", new TestReading().readingNothing());
        channel.assertRefused(
                "was not read from bill/",
                new TestReading().readingOnly("bill/" + "2e".repeat(32)));
    }

    private Receipt ofParts(ByteString proposal, ByteString payload) {
        List<Endorsement> endorsements =
                List.of(
                        channel.insurance.peer().endorse(payload),
                        channel.hospital.peer().endorse(payload));
        try {
            return Receipt.of(proposal, payload, endorsements);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
