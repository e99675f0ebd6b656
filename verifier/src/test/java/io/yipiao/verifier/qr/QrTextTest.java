package io.yipiao.verifier.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.Vector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

class QrTextTest {

    static Stream<Vector> valid() {
        return Vector.valid("qr.json");
    }

    static Stream<Vector> invalid() {
        return Vector.invalid("qr.json");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void reads_and_writes_the_vectors(Vector vector) throws FieldException {
        QrText text = QrText.parse(vector.text());
        QrPayload payload = text.payload();
        Opening opening = payload.opening();
        Json.Members found =
                Json.object()
                        .put("keySeq", payload.keySeq())
                        .put("core", io.yipiao.verifier.canonical.Hex.write(opening.core().bytes()))
                        .put("salt", opening.salt().hex())
                        .put("person", opening.person().hex())
                        .put("root", opening.root().hex())
                        .put("seal", payload.seal().hex())
                        .put("fingerprint", payload.fingerprint().hex())
                        .put("bytes", payload.bytes().length)
                        .put("text", text.text())
                        .end();
        assertEquals(vector.expected().orElseThrow(), found);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refuses_the_vectors_by_the_field_they_name(Vector vector) {
        FieldException fault =
                assertThrows(FieldException.class, () -> QrText.parse(vector.text()));
        assertEquals(vector.reason().orElseThrow(), fault.field());
    }

    @Test
    void has_at_most_352_characters_and_189_bytes() {
        QrText text = Payloads.longest();
        assertEquals(QrText.LONGEST, text.text().length());
        assertEquals(QrPayload.LONGEST, text.payload().bytes().length);
    }

    @Test
    void calls_every_flipped_bit_garbled() {
        byte[] bytes = Payloads.related().bytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            FieldException fault =
                    assertThrows(FieldException.class, () -> QrPayload.parse(flipped));
            assertEquals(QrPayload.CHECKSUM, fault.field());
        }
    }

    @Test
    void refuses_a_payload_that_ends_early() {
        byte[] bytes = Payloads.plain().bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] early = Arrays.copyOf(bytes, length);
            assertThrows(FieldException.class, () -> QrPayload.parse(early));
        }
    }

    @Test
    void reads_what_a_browser_makes_of_it() throws FieldException {
        String text = QrText.of(Payloads.ORIGIN, Payloads.plain()).text();
        int path = text.indexOf("/Q/");
        String lowered = text.substring(0, path).toLowerCase(Locale.ROOT) + text.substring(path);
        assertEquals(text, QrText.parse(lowered).text());
        assertEquals(text.substring(path), QrText.parse(text.substring(path)).text());
    }
}
