package io.yipiao.verifier.receipt;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;

import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Whatever stands in a receipt's base64, each part is read or refused by name. */
@Tag("fuzz")
class EndorsementFuzzTest {

    static Stream<byte[]> seeds() {
        TestReading reading = new TestReading();
        Endorsement endorsement =
                TestOrganisation.of("InsuranceMSP").peer().endorse(reading.payload());
        return Stream.of(
                        reading.proposal(true),
                        reading.proposal(false),
                        reading.payload(),
                        endorsement.endorser(),
                        endorsement.signature())
                .map(ByteString::toByteArray);
    }

    @MethodSource("seeds")
    @FuzzTest
    void is_read_or_refused(byte[] input) {
        ByteString bytes = ByteString.copyFrom(input);
        attempt(() -> ProposedCall.strip(bytes));
        attempt(() -> EndorsedAnswer.parse(bytes));
        attempt(() -> EndorsedTransaction.parse(bytes));
        attempt(() -> Member.parse(bytes));
        attempt(() -> EcdsaDer.read(input));
    }

    private static void attempt(Reading reading) {
        try {
            reading.read();
        } catch (FieldException e) {
            // That is an answer too; another exception would fail the test.
        }
    }

    private interface Reading {
        Object read() throws FieldException;
    }
}
