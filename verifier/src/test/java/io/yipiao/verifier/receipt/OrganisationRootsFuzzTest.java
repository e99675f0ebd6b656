package io.yipiao.verifier.receipt;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Whatever comes in, roots come out, or a named fault. */
@Tag("fuzz")
class OrganisationRootsFuzzTest {

    static Stream<byte[]> seeds() {
        TestOrganisation insurance = TestOrganisation.of("InsuranceMSP");
        return Stream.of(
                Jcs.bytes(TestRoots.json(insurance)),
                Jcs.bytes(TestRoots.json(insurance, TestOrganisation.of("FinanceMSP"))));
    }

    @MethodSource("seeds")
    @FuzzTest
    void is_read_or_refused(byte[] input) {
        try {
            OrganisationRoots.parse(input);
        } catch (FieldException e) {
            // That is an answer too; another exception would fail the test.
        }
    }
}
