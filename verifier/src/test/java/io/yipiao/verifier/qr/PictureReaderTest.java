package io.yipiao.verifier.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;

import io.yipiao.verifier.qr.PictureException.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

class PictureReaderTest {
    private static final QrText TEXT = QrText.of(Payloads.ORIGIN, Payloads.plain());

    @ParameterizedTest
    @CsvSource({"0,1,0.9", "90,1,0.5", "180,0.5,0.8", "7,1,0.8", "33,0.7,0.8", "-12,1.5,0.4"})
    void reads_a_symbol_that_was_turned_and_scaled_and_saved_as_jpeg(
            double degrees, double scale, float quality) throws PictureException {
        BufferedImage photo = Photos.photograph(TEXT, degrees, scale);
        assertEquals(TEXT.text(), PictureReader.read(Photos.jpeg(photo, quality)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void reads_each_format(String format) throws PictureException {
        byte[] file = Photos.file(Photos.photograph(TEXT, 0, 0.6), format);
        assertEquals(TEXT.text(), PictureReader.read(file));
    }

    @Test
    void reads_a_picture_of_nearly_forty_megapixels() throws PictureException {
        BufferedImage page = new BufferedImage(6300, 6300, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage photo = Photos.photograph(TEXT, 3, 2);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 6300, 6300);
        pen.drawImage(photo, 2500, 3000, null);
        pen.dispose();
        byte[] file = Photos.file(page, "png");
        assertEquals(TEXT.text(), PictureReader.read(file));
    }

    @Test
    void prefers_our_own_code_to_the_vendors_beside_it() throws Exception {
        String link =
                "https://www.chinaebill.cn/d?t=501&a=APP"
                        + "&d=99060226_0000000001_a1b2c3_20260913&s=0123456789";
        BufferedImage page = new BufferedImage(1400, 700, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1400, 700);
        pen.drawImage(Photos.photograph(TEXT, 0, 0.6), 40, 40, null);
        var vendors = new QRCodeWriter().encode(link, BarcodeFormat.QR_CODE, 400, 400);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                page.setRGB(900 + x, 100 + y, vendors.get(x, y) ? 0 : 0xffffff);
            }
        }
        pen.dispose();
        assertEquals(TEXT.text(), PictureReader.read(Photos.file(page, "png")));
    }

    @Test
    void takes_what_is_transparent_for_white_paper() throws PictureException {
        QrSymbol symbol = QrSymbol.of(TEXT);
        int side = symbol.side() * 5;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, symbol.isDark(x / 5, y / 5) ? 0xff000000 : 0);
            }
        }
        assertEquals(TEXT.text(), PictureReader.read(Photos.file(image, "png")));
    }

    @Test
    void refuses_too_many_pixels_before_it_decodes_one() throws IOException {
        assertFault(Fault.TOO_MANY_PIXELS, pngOf(100_000, 100_000, new byte[0]));
        assertFault(Fault.TOO_MANY_PIXELS, pngOf(6325, 6325, new byte[0]));
        assertFault(Fault.TOO_MANY_PIXELS, gifOf((short) 0xffff, (short) 0xffff));
    }

    @Test
    void refuses_a_file_that_is_too_large() {
        assertFault(Fault.TOO_LARGE, new byte[PictureReader.LARGEST_FILE + 1]);
    }

    @Test
    void refuses_what_is_no_picture() {
        assertFault(Fault.OTHER_FORMAT, new byte[0]);
        assertFault(Fault.OTHER_FORMAT, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        assertFault(Fault.OTHER_FORMAT, "\0\0\0\30ftypheic".getBytes(StandardCharsets.ISO_8859_1));
        assertFault(
                Fault.OTHER_FORMAT,
                Photos.file(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "tiff"));
    }

    @Test
    void refuses_a_picture_without_a_code() {
        BufferedImage blank = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        assertFault(Fault.NO_CODE, Photos.file(blank, "png"));
    }

    @Test
    void refuses_pixels_that_are_not_there() throws IOException {
        assertFault(Fault.BROKEN, pngOf(0, 100, new byte[0]));
        assertFault(Fault.BROKEN, pngOf(2000, 2000, new byte[100]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void answers_every_file_that_ends_early(String format) {
        byte[] file = Photos.file(Photos.photograph(TEXT, 0, 0.15), format);
        for (int length = 0; length < file.length; length += 1 + file.length / 60) {
            byte[] early = Arrays.copyOf(file, length);
            assertThrows(PictureException.class, () -> PictureReader.read(early));
        }
    }

    @Test
    void gives_up_in_time() {
        byte[] noise = noise(6000);
        Duration limit = Duration.ofMillis(50);
        PictureException fault =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () ->
                                assertThrows(
                                        PictureException.class,
                                        () -> PictureReader.read(noise, limit)));
        assertEquals(Fault.TOO_SLOW, fault.fault());
    }

    @Test
    void passes_on_what_the_limited_reading_found() throws PictureException {
        byte[] file = QrSymbol.of(TEXT).png(4);
        assertEquals(TEXT.text(), PictureReader.read(file, Duration.ofSeconds(30)));
        PictureException fault =
                assertThrows(
                        PictureException.class,
                        () -> PictureReader.read(new byte[0], Duration.ofSeconds(30)));
        assertEquals(Fault.OTHER_FORMAT, fault.fault());
    }

    @Test
    void stops_when_its_thread_is_interrupted() {
        Thread.currentThread().interrupt();
        assertFault(Fault.TOO_SLOW, QrSymbol.of(TEXT).png(4));
        assertTrue(Thread.interrupted());
    }

    @Test
    void says_in_two_languages_what_to_do() {
        for (Fault fault : Fault.values()) {
            assertFalse(fault.chinese().isBlank());
            assertFalse(fault.english().isBlank());
        }
    }

    private static void assertFault(Fault expected, byte[] file) {
        PictureException found =
                assertThrows(PictureException.class, () -> PictureReader.read(file));
        assertEquals(expected, found.fault());
    }

    private static byte[] noise(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        byte[] bits = ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData();
        new java.util.Random(1).nextBytes(bits);
        return Photos.file(image, "png");
    }

    /** A grey PNG whose header promises what its data does not hold. */
    private static byte[] pngOf(int width, int height, byte[] pixels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 0, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(data)) {
            packed.write(pixels);
        }
        chunk(out, "IDAT", data.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
            throws IOException {
        DataOutputStream fields = new DataOutputStream(out);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        fields.writeInt(data.length);
        fields.write(name);
        fields.write(data);
        fields.writeInt((int) crc.getValue());
    }

    /** A GIF of one frame that ends before its data. */
    private static byte[] gifOf(short width, short height) {
        var header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.put("GIF89a".getBytes(StandardCharsets.US_ASCII));
        header.putShort(width).putShort(height).put(new byte[3]);
        header.put((byte) ',').putInt(0).putShort(width).putShort(height).put((byte) 0);
        return header.array();
    }
}
