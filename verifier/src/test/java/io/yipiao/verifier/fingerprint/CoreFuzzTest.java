package io.yipiao.verifier.fingerprint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.vectors.Seeds;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Whatever comes in, a core comes out that has these very bytes, or a named fault. */
@Tag("fuzz")
class CoreFuzzTest {

    static Stream<byte[]> seeds() {
        return Seeds.hex("core.json", "core");
    }

    @MethodSource("seeds")
    @FuzzTest
    void has_one_spelling(byte[] input) {
        Core core;
        try {
            core = Core.parse(input);
        } catch (FieldException e) {
            return;
        }
        assertArrayEquals(input, core.bytes());
    }
}
