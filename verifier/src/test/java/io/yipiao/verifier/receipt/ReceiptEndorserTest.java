package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.vectors.Refusals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** Who signed. */
class ReceiptEndorserTest {
    private final TestChannel channel = new TestChannel();
    private final TestReading reading = new TestReading();

    @Test
    void outlives_a_peers_certificate() throws Exception {
        TestPeer shortLived =
                channel.hospital.issue(
                        "peer",
                        Instant.parse("2026-03-01T00:00:00Z"),
                        Instant.parse("2026-03-02T00:00:00Z"));
        channel.check(reading.receipt(channel.insurance.peer(), shortLived));
    }

    @Test
    void refuses_a_certificate_from_before_its_authority() {
        TestPeer early =
                channel.hospital.issue(
                        "peer",
                        Instant.parse("2025-12-31T23:59:59Z"),
                        Instant.parse("2027-01-01T00:00:00Z"));
        channel.assertRefused("does not stand under its root", channel.insurance.peer(), early);
    }

    @Test
    void refuses_one_organisation_twice() {
        TestPeer second =
                channel.insurance.issue(
                        "peer+second", TestOrganisation.FROM, TestOrganisation.UNTIL);
        channel.assertRefused(
                "both endorsements are of InsuranceMSP",
                channel.insurance.peer(),
                channel.insurance.peer());
        channel.assertRefused(
                "both endorsements are of InsuranceMSP", channel.insurance.peer(), second);
    }

    @Test
    void refuses_an_answer_without_insurance() {
        channel.assertRefused("do not suffice", channel.hospital.peer(), channel.finance.peer());
    }

    @Test
    void refuses_insurance_with_a_stranger() {
        TestOrganisation stranger = TestOrganisation.of("StrangerMSP");
        Refusals.assertRefused(
                ReceiptException.class,
                "do not suffice",
                () ->
                        reading.receipt(channel.insurance.peer(), stranger.peer())
                                .check(
                                        TestRoots.of(channel.insurance, stranger),
                                        TestChannel.NAME));
        channel.assertRefused(
                "no roots of StrangerMSP are known", channel.insurance.peer(), stranger.peer());
    }

    @Test
    void refuses_whoever_is_no_peer() {
        for (String unit : List.of("client", "admin", "orderer", "peer+client", "nobody")) {
            TestPeer other =
                    channel.hospital.issue(unit, TestOrganisation.FROM, TestOrganisation.UNTIL);
            channel.assertRefused("is no peer", channel.insurance.peer(), other);
        }
    }

    @Test
    void refuses_a_peer_under_another_organisations_name() {
        channel.assertRefused(
                "does not stand under its root",
                channel.insurance.peer(),
                channel.insurance.peer().as("HospitalMSP"));
    }

    @Test
    void refuses_a_root_of_the_same_name_with_another_key() {
        // The forged authority has the true one's subject: only its key differs.
        TestOrganisation forged = new TestOrganisation("HospitalMSP", "ca.HospitalMSP ");
        channel.assertRefused(
                "does not stand under its root", channel.insurance.peer(), forged.peer());
    }

    @Test
    void refuses_the_signature_with_a_high_s() {
        ByteString payload = reading.payload();
        channel.assertRefused(
                "a signature of HospitalMSP does not verify",
                reading.receipt(
                        List.of(
                                channel.insurance.peer().endorse(payload),
                                channel.hospital.peer().endorseHigh(payload))));
    }

    @Test
    void refuses_a_signature_that_is_no_der() {
        ByteString payload = reading.payload();
        Endorsement good = channel.hospital.peer().endorse(payload);
        ByteString trailing = good.signature().concat(ByteString.copyFrom(new byte[1]));
        channel.assertRefused(
                "a signature of HospitalMSP is malformed",
                reading.receipt(
                        List.of(
                                channel.insurance.peer().endorse(payload),
                                new Endorsement(good.endorser(), trailing))));
    }
}
