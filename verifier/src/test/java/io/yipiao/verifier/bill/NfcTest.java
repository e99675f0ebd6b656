package io.yipiao.verifier.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.text.Normalizer;

class NfcTest {

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.integers()
                .between(0, 0x10FFFF)
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .map(Character::toString)
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property
    void agrees_with_the_platform(@ForAll("text") String text) throws FieldException {
        assertEquals(Normalizer.isNormalized(text, Normalizer.Form.NFC), Nfc.is(text));
        assertEquals(Normalizer.normalize(text, Normalizer.Form.NFC), Nfc.of("name", text));
    }

    @Test
    void holds_of_every_character_that_is_taken_on_trust() {
        for (int point = 0; point <= 0x9FFF; point = point == 0x2FF ? 0x4E00 : point + 1) {
            String pair = Character.toString(point).repeat(2);
            assertTrue(Normalizer.isNormalized(pair, Normalizer.Form.NFC), pair);
            assertTrue(Nfc.is(pair), pair);
        }
    }

    @Test
    void composes_a_letter_and_its_accent() throws FieldException {
        assertFalse(Nfc.is("e\u0301"));
        assertEquals("é", Nfc.of("name", "e\u0301"));
    }

    @Test
    void refuses_half_a_character() {
        assertFalse(Nfc.is("\uD842"));
        assertThrows(FieldException.class, () -> Nfc.of("name", "张\uDFB7"));
    }
}
