package io.yipiao.verifier.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.vectors.Seeds;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Whatever comes in, a receipt comes out that has these very bytes, or a named fault. */
@Tag("fuzz")
class ReceiptFuzzTest {
    private static final OrganisationRoots ROOTS =
            TestRoots.of(
                    TestOrganisation.of("InsuranceMSP"),
                    TestOrganisation.of("HospitalMSP"),
                    TestOrganisation.of("FinanceMSP"));

    static Stream<byte[]> seeds() {
        return Seeds.text("receipt.json", "receipt");
    }

    @MethodSource("seeds")
    @FuzzTest
    void has_one_spelling_and_is_proved_or_refused(byte[] input) {
        Receipt receipt;
        try {
            receipt = Receipt.parse(input);
        } catch (FieldException e) {
            return;
        }
        assertArrayEquals(input, receipt.bytes());
        try {
            receipt.check(ROOTS, "bills");
        } catch (ReceiptException e) {
            // That is an answer too; another exception would fail the test.
        }
    }
}
