package io.yipiao.verifier.fingerprint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.vectors.Seeds;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Whatever comes in, an opening comes out that has these very bytes, or a named fault. */
@Tag("fuzz")
class OpeningFuzzTest {

    static Stream<byte[]> seeds() {
        return Seeds.hex("opening.json", "opening");
    }

    @MethodSource("seeds")
    @FuzzTest
    void has_one_spelling(byte[] input) {
        Opening parsed;
        try {
            parsed = Opening.parse(input);
        } catch (FieldException e) {
            return;
        }
        assertArrayEquals(input, parsed.bytes());
    }
}
