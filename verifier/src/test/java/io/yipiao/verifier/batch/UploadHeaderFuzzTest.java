package io.yipiao.verifier.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.vectors.Seeds;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.stream.Stream;

/** Whatever comes in, a header comes out that has these very bytes, or a named fault. */
@Tag("fuzz")
class UploadHeaderFuzzTest {

    /** The first lines of the vectors' uploads. */
    static Stream<byte[]> seeds() {
        return Seeds.text("sealed-upload.json", "upload")
                .map(upload -> Arrays.copyOf(upload, firstLine(upload)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void has_one_spelling(byte[] input) {
        UploadHeader header;
        try {
            header = UploadHeader.parse(input);
        } catch (FieldException e) {
            return;
        }
        assertArrayEquals(input, header.bytes());
    }

    private static int firstLine(byte[] upload) {
        int end = 0;
        while (end < upload.length && upload[end] != '\n') {
            end++;
        }
        return end;
    }
}
