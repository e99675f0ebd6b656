package io.yipiao.verifier.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.Base45;
import io.yipiao.verifier.qr.PictureReader;
import io.yipiao.verifier.qr.QrSymbol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.Stream;

class CompactReceiptTest {

    static Stream<String> kinds() {
        return NetworkReceipts.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_real_networks_receipt_is_good_and_of_at_most_8_KB(String kind) throws Exception {
        byte[] bytes = NetworkReceipts.bytes(kind);
        assertTrue(bytes.length <= 8_192, bytes.length + " bytes");
        ProvedValue proved = Receipt.parse(bytes).check(NetworkReceipts.roots(), "bills");
        assertEquals("InsuranceMSP", proved.organisations().getFirst());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_real_networks_receipt_fits_in_one_symbol_and_comes_back_whole(String kind)
            throws Exception {
        Receipt receipt = NetworkReceipts.receipt(kind);
        QrSymbol symbol = QrSymbol.of(CompactReceipt.write(receipt).orElseThrow());
        assertTrue(symbol.version() <= 30, "version " + symbol.version());
        String scanned = PictureReader.read(symbol.png(3));
        assertArrayEquals(receipt.bytes(), CompactReceipt.parse(scanned).bytes());
    }

    @Test
    void few_bytes_do_not_grow_into_many() {
        // A byte, and copies of it of two hundred million bytes each.
        byte[] bomb = {0, 0, -1, -1, -1, -1, 1, 1, -1, -1, -1, -1, 1, 1};
        FieldException refusal =
                assertThrows(FieldException.class, () -> CompactReceipt.parse(text(bomb)));
        assertEquals("at most 8192 bytes", refusal.expected());
    }

    @Test
    void a_longer_text_is_refused_before_it_is_read() {
        String text = "YR1:" + "0".repeat(CompactReceipt.LONGEST);
        assertThrows(FieldException.class, () -> CompactReceipt.parse(text));
    }

    @Test
    void a_text_that_ends_anywhere_early_is_refused() {
        String text = CompactReceipt.write(NetworkReceipts.receipt("stamped")).orElseThrow();
        for (int length = 0; length < text.length(); length++) {
            String early = text.substring(0, length);
            assertThrows(FieldException.class, () -> CompactReceipt.parse(early), early);
        }
    }

    @Test
    void a_text_with_another_character_anywhere_is_refused_or_proves_nothing() {
        String text = CompactReceipt.write(NetworkReceipts.receipt("stamped")).orElseThrow();
        for (int at = 0; at < text.length(); at += 5) {
            char other = text.charAt(at) == '7' ? '8' : '7';
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            assertThrows(
                    Exception.class,
                    () -> CompactReceipt.parse(changed).check(NetworkReceipts.roots(), "bills"),
                    "at " + at);
        }
    }

    @Test
    void the_same_bytes_with_a_copy_written_out_are_another_spelling() throws Exception {
        byte[] plain = Folding.fold(parts(NetworkReceipts.receipt("stamped")));
        ByteArrayOutputStream tokens = new ByteArrayOutputStream();
        for (int at = 0; at < plain.length; at += 64) {
            byte[] piece = Arrays.copyOfRange(plain, at, Math.min(plain.length, at + 64));
            tokens.write(2 * (piece.length - 1));
            tokens.writeBytes(piece);
        }
        assertArrayEquals(plain, Copies.read(tokens.toByteArray()));
        FieldException refusal =
                assertThrows(
                        FieldException.class,
                        () -> CompactReceipt.parse(text(tokens.toByteArray())));
        assertEquals("the one spelling of it", refusal.expected());
    }

    @Test
    void what_is_nearly_a_certificate_stays_as_it_is() throws Exception {
        String pem = TestOrganisation.of("HospitalMSP").root();
        for (String text :
                new String[] {
                    pem,
                    pem.replaceFirst("\n", "\r\n"),
                    pem.replaceFirst("\n-----END", "\n\n-----END"),
                    pem.substring(0, 40) + "=" + pem.substring(41),
                    pem.stripTrailing(),
                    "00ff".repeat(20),
                    "00ff".repeat(20) + "0",
                    "00FF".repeat(20),
                    ""
                }) {
            byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            assertArrayEquals(bytes, Folding.unfold(Folding.fold(bytes), 10_000), text);
        }
    }

    private static byte[] parts(Receipt receipt) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        com.google.protobuf.CodedOutputStream coded =
                com.google.protobuf.CodedOutputStream.newInstance(out);
        try {
            for (com.google.protobuf.ByteString part : receipt.parts()) {
                coded.writeBytesNoTag(part);
            }
            coded.flush();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String text(byte[] tokens) {
        return "YR1:" + Base45.write(tokens);
    }
}
