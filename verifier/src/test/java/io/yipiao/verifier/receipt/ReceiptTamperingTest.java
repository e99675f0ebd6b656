package io.yipiao.verifier.receipt;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.Callable;

/** Bits turned on the way. */
class ReceiptTamperingTest {
    private final TestChannel channel = new TestChannel();
    private final TestReading reading = new TestReading();

    @Test
    void refuses_every_flipped_bit_of_the_answer_and_the_signatures() throws Exception {
        ByteString proposal = reading.proposal(false);
        ByteString payload = reading.payload();
        Endorsement one = channel.insurance.peer().endorse(payload);
        Endorsement other = channel.hospital.peer().endorse(payload);
        for (int bit = 0; bit < payload.size() * 8; bit++) {
            ByteString flipped = flip(payload, bit);
            assertFails(() -> Receipt.of(proposal, flipped, List.of(one, other)));
        }
        for (int bit = 0; bit < one.signature().size() * 8; bit++) {
            Endorsement flipped = new Endorsement(one.endorser(), flip(one.signature(), bit));
            assertFails(() -> Receipt.of(proposal, payload, List.of(flipped, other)));
        }
        for (int bit = 0; bit < other.signature().size() * 8; bit++) {
            Endorsement flipped = new Endorsement(other.endorser(), flip(other.signature(), bit));
            assertFails(() -> Receipt.of(proposal, payload, List.of(one, flipped)));
        }
    }

    @Test
    void refuses_a_flipped_bit_in_any_byte() {
        ByteString bytes = ByteString.copyFrom(channel.receipt(reading).bytes());
        for (int at = 0; at < bytes.size(); at++) {
            byte[] flipped = flip(bytes, 8 * at + at % 8).toByteArray();
            assertFails(() -> Receipt.parse(flipped));
        }
    }

    private static ByteString flip(ByteString bytes, int bit) {
        byte[] flipped = bytes.toByteArray();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return ByteString.copyFrom(flipped);
    }

    private void assertFails(Callable<Receipt> receipt) {
        assertThrows(Exception.class, () -> receipt.call().check(channel.roots, TestChannel.NAME));
    }
}
