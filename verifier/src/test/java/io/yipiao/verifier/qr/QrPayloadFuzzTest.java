package io.yipiao.verifier.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.ByteBuffer;
import java.util.stream.Stream;

/** Whatever comes in, a payload goes out that is written so and not otherwise, or a named fault. */
@Tag("fuzz")
class QrPayloadFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.of(Payloads.plain().bytes(), Payloads.related().bytes(), new byte[2]);
    }

    @MethodSource("seeds")
    @FuzzTest
    void is_read_or_refused(byte[] input) {
        check(input);
        if (input.length > 2) {
            // No fuzzer guesses the checksum, and behind it lies all the rest.
            byte[] summed = input.clone();
            int end = input.length - 2;
            ByteBuffer.wrap(summed).putShort(end, (short) Crc16.of(summed, end));
            check(summed);
        }
    }

    private static void check(byte[] input) {
        QrPayload payload;
        try {
            payload = QrPayload.parse(input);
        } catch (FieldException e) {
            return;
        }
        assertArrayEquals(input, payload.bytes());
    }
}
