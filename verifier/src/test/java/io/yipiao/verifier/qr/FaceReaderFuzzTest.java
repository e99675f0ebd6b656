package io.yipiao.verifier.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.vectors.Vector;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Whatever is scanned is one of the faces, and what is ours is written so and not otherwise. */
@Tag("fuzz")
class FaceReaderFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.concat(
                        Vector.of("qr.json").stream().map(Vector::text),
                        Stream.of(
                                "https://www.chinaebill.cn/d?t=501&a=APP&d=99060226_0000000001_a1b2c3_20260913&s=0",
                                "https://x.chinaebill.cn/eips-wxapp-service/d?t=504&d=99060226_0000000001_a1b2c3_1.5_20260913",
                                "http://einvoice.jsczt.cn/page/99060226/0000000001/a1b2c3",
                                "http://einvoice.jsczt.cn/d/0123456789abcdef01",
                                "01,10,033002600104,87654321,100,20260913,12345678901234567890,0A1B,",
                                "01,32,,26332000000123456789,123.45,20260913,,0A1B,"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void tells_what_it_is(byte[] input) throws FieldException {
        String text = new String(input, StandardCharsets.UTF_8);
        if (FaceReader.read(text) instanceof Face.Own own) {
            assertEquals(own.text(), QrText.parse(own.text().text()));
        }
        Optional<QrText> strict = strictly(text);
        if (strict.isPresent()) {
            assertEquals(new Face.Own(strict.get()), FaceReader.read(text));
            assertEquals(strict.get(), QrText.parse(strict.get().text()));
        }
    }

    private static Optional<QrText> strictly(String text) {
        try {
            return Optional.of(QrText.parse(text));
        } catch (FieldException e) {
            return Optional.empty();
        }
    }
}
