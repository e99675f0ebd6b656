package io.yipiao.verifier.qr;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Whatever the file, a text comes out, or a fault that says what to do. */
@Tag("fuzz")
class PictureReaderFuzzTest {

    static Stream<byte[]> seeds() {
        QrText text = QrText.of(Payloads.ORIGIN, Payloads.plain());
        return Stream.of("png", "jpeg", "gif", "bmp")
                .map(format -> Photos.file(Photos.photograph(text, 0, 0.2), format));
    }

    @MethodSource("seeds")
    @FuzzTest
    void is_read_or_refused(byte[] file) {
        try {
            PictureReader.read(file);
        } catch (PictureException e) {
            // That is an answer too; another exception would fail the test.
        }
    }
}
