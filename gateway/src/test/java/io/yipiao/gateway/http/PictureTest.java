package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.inquiry.InquiryWorld;
import io.yipiao.verifier.qr.QrSymbol;
import io.yipiao.verifier.qr.QrText;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

/** Verification by a picture, over HTTP, with pictures that mean harm among them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureTest {
    private InquiryWorld world;
    private TestServer server;
    private byte[] symbol = {};

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        world = new InquiryWorld(folder);
        server =
                TestServer.with(operations ->
                        new VerificationOperations(world.inquiry()).addTo(operations));
        String text = world.qr(world.anchored(world.bill()));
        symbol = QrSymbol.of(QrText.parse(text)).png(4);
        // The first picture loads the decoders, which on a busy machine takes more than its time.
        assertEquals(200, post(symbol, "image/png").statusCode());
    }

    @AfterAll
    void close() {
        server.close();
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void a_picture_of_the_code_gives_the_verdict(String format) throws IOException {
        HttpResponse<String> answer = post(as(format), "image/" + format);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\"verdict\":\"OPEN\""), answer.body());
    }

    @Test
    void a_picture_says_itself_what_it_is_whatever_its_header_claims() throws IOException {
        assertTrue(post(as("jpeg"), "image/png").body().contains("\"verdict\":\"OPEN\""));
    }

    @Test
    void a_picture_without_a_code_is_unread_with_advice() throws IOException {
        ByteArrayOutputStream blank = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", blank);
        HttpResponse<String> answer = post(blank.toByteArray(), "image/png");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\"verdict\":\"UNREAD\""), answer.body());
        assertTrue(answer.body().contains("靠近一点"), answer.body());
        assertTrue(answer.body().contains("go closer"), answer.body());
    }

    @Test
    void too_many_pixels_are_refused_by_the_header_alone() throws IOException {
        HttpResponse<String> header = post(png(6_404, 6_404, 0), "image/png");
        assertEquals(422, header.statusCode());
        assertTrue(header.body().contains("40 megapixels"), header.body());
        assertTrue(header.body().contains("4000 万像素"), header.body());
        assertEquals(
                422, post(png(Integer.MAX_VALUE, Integer.MAX_VALUE, 0), "image/png").statusCode());
    }

    @Test
    void a_small_file_that_unpacks_to_very_much_is_answered_within_its_limits() throws IOException {
        byte[] bomb = png(100, 100, 100_000_000);
        assertTrue(bomb.length < 1_000_000, bomb.length + " bytes");
        HttpResponse<String> answer = post(bomb, "image/png");
        assertTrue(answer.body().contains("\"verdict\":\"UNREAD\""), answer.body());
        assertTrue(post(symbol, "image/png").body().contains("\"verdict\":\"OPEN\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GIF89a", "hello", "%PDF-1.7", "<svg xmlns='a'/>", "\u0089PNG\r\n\u001a\n"})
    void what_only_pretends_to_be_a_picture_is_refused(String bytes) {
        byte[] file = bytes.getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> answer = post(file, "image/png");
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("urn:yipiao:problem:picture"));
    }

    @Test
    void more_than_twenty_megabytes_are_refused_unread() {
        byte[] large = new byte[20 * 1024 * 1024 + 1];
        assertEquals(413, post(large, "image/jpeg").statusCode());
        byte[] largest = new byte[20 * 1024 * 1024];
        assertEquals(422, post(largest, "image/jpeg").statusCode(), "read, and no picture");
    }

    private byte[] as(String format) throws IOException {
        BufferedImage code = ImageIO.read(new ByteArrayInputStream(symbol));
        BufferedImage photo =
                new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_RGB);
        photo.getGraphics().drawImage(code, 0, 0, null);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(photo, format, file));
        return file.toByteArray();
    }

    private HttpResponse<String> post(byte[] file, String type) {
        return server.send(
                server.to("/api/v1/verifications/picture")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(file)));
    }

    /** A grey PNG of this size, whose data unpacks to so many zeros. */
    private static byte[] png(int width, int height, int zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 0, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed =
                new DeflaterOutputStream(data, new Deflater(Deflater.BEST_SPEED))) {
            byte[] portion = new byte[1 << 16];
            for (int written = 0; written < zeros; written += portion.length) {
                packed.write(portion);
            }
        }
        chunk(out, "IDAT", data.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
            throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        DataOutputStream fields = new DataOutputStream(out);
        fields.writeInt(data.length);
        fields.write(name);
        fields.write(data);
        fields.writeInt((int) crc.getValue());
    }
}
