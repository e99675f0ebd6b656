package io.yipiao.verifier.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.JsonEdit;
import io.yipiao.verifier.vectors.Refusals;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a gateway that lies, or one peer that does, can make of a receipt. */
class LiesTest {
    private final TestChannel channel = new TestChannel();
    private final TestReading reading = new TestReading();
    private final ByteString payload = reading.payload();
    private final Endorsement insurance = channel.insurance.peer().endorse(payload);
    private final Endorsement hospital = channel.hospital.peer().endorse(payload);

    @Test
    void a_gateway_cannot_show_another_value_under_the_peers_signatures() {
        Json.Members more = JsonEdit.with(share(), "fen", 283_070);
        TestReading another = new TestReading().answering(JsonEdit.with(bill(), "share", more));
        channel.assertRefused(
                "a signature of InsuranceMSP does not verify",
                another.receipt(List.of(insurance, hospital)));
    }

    @Test
    void a_gateway_cannot_drop_an_endorsement_or_show_one_twice() {
        byte[] one =
                new String(channel.receipt(reading).bytes(), StandardCharsets.UTF_8)
                        .replaceFirst("\\{\"endorser\":\"[^}]*\\},", "")
                        .getBytes(StandardCharsets.UTF_8);
        Refusals.assertRefused(FieldException.class, "endorsements", () -> Receipt.parse(one));
        channel.assertRefused(
                "both endorsements are of InsuranceMSP",
                reading.receipt(List.of(insurance, insurance)));
    }

    @Test
    void a_gateway_can_replay_an_old_receipt_which_says_when_it_was_written_and_not_since()
            throws Exception {
        Json.Members held = JsonEdit.with(JsonEdit.without(share(), "result"), "state", "HELD");
        ProvedValue old =
                channel.check(
                        channel.receipt(
                                new TestReading().answering(JsonEdit.with(bill(), "share", held))));
        ProvedValue now = channel.check(channel.receipt(new TestReading().writtenIn(21)));
        assertEquals(17, old.block());
        assertEquals(21, now.block());
        assertEquals(old.key(), now.key());
        assertTrue(now.block() > old.block(), "of two receipts of one key the later one counts");
    }

    @Test
    void a_gateway_cannot_move_signatures_to_another_proposal() {
        TestReading later = new TestReading().withNonce("another number");
        channel.assertRefused(
                "the answer is to another call",
                parts(later.proposal(false), payload, List.of(insurance, hospital)));
        channel.assertRefused(
                "a signature of InsuranceMSP does not verify",
                later.receipt(List.of(insurance, hospital)));
    }

    @Test
    void a_peer_that_signs_another_answer_signs_it_alone() {
        Json.Members released = JsonEdit.with(share(), "state", "RELEASED");
        TestReading lie = new TestReading().answering(JsonEdit.with(bill(), "share", released));
        Endorsement liar = channel.hospital.peer().endorse(lie.payload());
        channel.assertRefused(
                "a signature of InsuranceMSP does not verify",
                lie.receipt(List.of(insurance, liar)));
        channel.assertRefused(
                "a signature of HospitalMSP does not verify",
                reading.receipt(List.of(insurance, liar)));
    }

    @Test
    void two_lying_peers_of_one_organisation_are_one() {
        TestPeer second =
                channel.insurance.issue(
                        "peer+second", TestOrganisation.FROM, TestOrganisation.UNTIL);
        channel.assertRefused(
                "both endorsements are of InsuranceMSP", channel.insurance.peer(), second);
    }

    @Test
    void a_peer_cannot_speak_for_another_organisation_by_its_own_root() {
        channel.assertRefused(
                "a certificate of HospitalMSP does not stand under its root",
                channel.insurance.peer(),
                channel.finance.peer().as("HospitalMSP"));
    }

    private static Receipt parts(
            ByteString proposal, ByteString payload, List<Endorsement> endorsements) {
        try {
            return Receipt.of(proposal, payload, endorsements);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Json.Members bill() {
        return TestReading.bill(TestReading.INDEX, "basic", "C-1");
    }

    private static Json.Members share() {
        return JsonEdit.object(bill(), "share");
    }
}
