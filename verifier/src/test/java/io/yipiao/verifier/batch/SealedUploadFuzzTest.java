package io.yipiao.verifier.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.seal.TestKeys;
import io.yipiao.verifier.vectors.Seeds;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;

/** Whatever is uploaded, all of a sealed batch comes out, or a fault that names its line. */
@Tag("fuzz")
class SealedUploadFuzzTest {
    private static final SealPublicKey KEY = TestKeys.named(Suite.SM2, "issuer 1").publicKey();

    static Stream<byte[]> seeds() {
        return Seeds.text("sealed-upload.json", "upload");
    }

    @MethodSource("seeds")
    @FuzzTest
    void gives_all_or_refuses(byte[] input) throws IOException {
        try {
            SealedUploadReader reader = new SealedUploadReader(new ByteArrayInputStream(input));
            reader.trust(KEY);
            int bills = 0;
            while (reader.next().isPresent()) {
                bills++;
            }
            assertEquals(reader.header().batch().size(), bills);
        } catch (UploadException e) {
            assertEquals(true, e.line() > 0);
        }
    }
}
