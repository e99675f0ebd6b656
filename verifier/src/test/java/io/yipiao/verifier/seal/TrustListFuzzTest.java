package io.yipiao.verifier.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.vectors.Seeds;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Whatever the list key seals, a list comes out that has these very bytes, or a named fault. */
@Tag("fuzz")
class TrustListFuzzTest {
    private static final SealPrivateKey LIST_KEY = TestKeys.named(Suite.ES256, "list key");

    static Stream<byte[]> seeds() {
        return Seeds.text("trust-list.json", "list");
    }

    @MethodSource("seeds")
    @FuzzTest
    void has_one_spelling(byte[] input) throws SealException {
        Seal seal = LIST_KEY.sign(TrustList.message(input));
        TrustList list;
        try {
            list = TrustList.parse(input, seal, LIST_KEY.publicKey());
        } catch (FieldException e) {
            return;
        }
        assertArrayEquals(input, list.bytes());
    }
}
