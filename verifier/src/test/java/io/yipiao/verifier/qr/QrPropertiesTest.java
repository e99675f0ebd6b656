package io.yipiao.verifier.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.bill.FieldException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import java.nio.ByteBuffer;

class QrPropertiesTest {

    @Property
    void base32_reads_back_what_it_wrote(@ForAll @Size(max = 200) byte[] bytes)
            throws FieldException {
        String text = Base32.write(bytes);
        assertArrayEquals(bytes, Base32.read("base32", text));
        assertEquals((bytes.length * 8 + 4) / 5, text.length());
    }

    @Property
    void base32_has_one_spelling(
            @ForAll @StringLength(max = 40) @CharRange(from = '2', to = 'Z') String text) {
        try {
            assertEquals(text, Base32.write(Base32.read("base32", text)));
        } catch (FieldException e) {
            assertEquals("base32", e.field());
        }
    }

    @Property
    void a_payload_has_one_spelling(
            @ForAll @IntRange(max = 186) int place, @ForAll byte octet, @ForAll boolean isRelated)
            throws FieldException {
        byte[] bytes = (isRelated ? Payloads.related() : Payloads.plain()).bytes();
        bytes[place % (bytes.length - 2)] = octet;
        ByteBuffer.wrap(bytes)
                .putShort(bytes.length - 2, (short) Crc16.of(bytes, bytes.length - 2));
        try {
            assertArrayEquals(bytes, QrPayload.parse(bytes).bytes());
        } catch (FieldException e) {
            assertEquals(false, e.field().equals(QrPayload.CHECKSUM));
        }
    }

    @Property
    void any_text_at_all_has_a_face(@ForAll String text) {
        FaceReader.read(text);
        FaceReader.read("HTTPS://X/Q/" + text);
        FaceReader.read("01,10," + text);
    }
}
