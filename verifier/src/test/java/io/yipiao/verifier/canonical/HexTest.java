package io.yipiao.verifier.canonical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.FieldException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {

    @Property
    void reads_back_what_it_writes(@ForAll byte[] bytes) throws FieldException {
        assertArrayEquals(bytes, Hex.read("seal", Hex.write(bytes)));
        assertArrayEquals(bytes, Hex.read("seal", Hex.write(bytes), bytes.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "abc", "AB", "0x", "g0", " a", "ａb"})
    void refuses_another_spelling(String hex) {
        assertThrows(FieldException.class, () -> Hex.read("seal", hex));
    }

    @Test
    void refuses_another_length_where_one_is_due() {
        assertThrows(FieldException.class, () -> Hex.read("seal", "abcd", 1));
        assertThrows(FieldException.class, () -> Hex.read("seal", "abcd", 3));
    }

    @Test
    void a_digest_has_64_digits_and_gives_its_bytes_away_as_copies() throws FieldException {
        Digest digest = Digest.ofHex("root", "00".repeat(31) + "7f");
        digest.bytes()[31] = 0;
        assertEquals("00".repeat(31) + "7f", digest.hex());
        assertThrows(FieldException.class, () -> Digest.ofHex("root", "00".repeat(31)));
        assertThrows(IllegalArgumentException.class, () -> Digest.of(new byte[33]));
    }
}
