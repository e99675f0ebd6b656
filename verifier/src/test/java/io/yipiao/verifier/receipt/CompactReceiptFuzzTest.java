package io.yipiao.verifier.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.vectors.Seeds;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Whatever is scanned, a receipt comes out that is written so again, or a named fault. */
@Tag("fuzz")
class CompactReceiptFuzzTest {

    static Stream<byte[]> seeds() {
        return Seeds.text("compact-receipt.json", "text");
    }

    @MethodSource("seeds")
    @FuzzTest
    void has_one_spelling(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        Receipt receipt;
        try {
            receipt = CompactReceipt.parse(text);
        } catch (FieldException e) {
            return;
        }
        assertEquals(Optional.of(text), CompactReceipt.write(receipt));
    }
}
