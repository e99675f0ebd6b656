package io.yipiao.verifier.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class Base45Test {
    @ParameterizedTest
    @CsvSource({"AB, BB8", "Hello!!, %69 VD92EX0", "base-45, UJCLQE7W581", "ietf!, QED8WEX0"})
    void spells_the_examples_of_rfc_9285(String bytes, String text) throws Exception {
        assertEquals(text, Base45.write(bytes.getBytes(StandardCharsets.US_ASCII)));
        assertEquals(bytes, new String(Base45.read("text", text), StandardCharsets.US_ASCII));
    }

    @Test
    void reads_back_every_pair_of_bytes() throws Exception {
        for (int value = 0; value <= 0xffff; value++) {
            byte[] bytes = {(byte) (value >> 8), (byte) value};
            assertArrayEquals(bytes, Base45.read("text", Base45.write(bytes)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "ABCD", "GGX", ":::", "::", "ab8", "é00"})
    void refuses_what_no_bytes_are_spelled_as(String text) {
        assertThrows(FieldException.class, () -> Base45.read("text", text));
    }
}
