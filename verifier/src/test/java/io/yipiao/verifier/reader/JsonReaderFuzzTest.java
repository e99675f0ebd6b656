package io.yipiao.verifier.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;

import org.junit.jupiter.api.Tag;

/** Whatever comes in, a value goes out that survives its canonical bytes, or a named fault. */
@Tag("fuzz")
class JsonReaderFuzzTest {

    @FuzzTest
    void reads_or_refuses(byte[] input) throws FieldException {
        Json value;
        try {
            value = JsonReader.read(input);
        } catch (FieldException e) {
            return;
        }
        byte[] canonical = Jcs.bytes(value);
        assertEquals(value, Jcs.parse(canonical));
        assertArrayEquals(canonical, Jcs.bytes(JsonReader.read(canonical)));
    }
}
