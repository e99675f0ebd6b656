package io.yipiao.gateway.chromium;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** What a camera sees. */
public final class Pictures {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 960;
    private static final int CODE = 800;
    private static final int FRAMES = 10;

    private Pictures() {}

    /** A code of somebody else's, as a picture (PNG). */
    public static byte[] code(String text) {
        try {
            BitMatrix code =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, CODE / 2, CODE / 2);
            BufferedImage picture =
                    new BufferedImage(CODE / 2, CODE / 2, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < CODE / 2; x++) {
                for (int y = 0; y < CODE / 2; y++) {
                    picture.setRGB(x, y, code.get(x, y) ? 0 : 0xFFFFFF);
                }
            }
            return bytes(picture, "png");
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A photograph of an empty table (JPEG). */
    static byte[] nothing() {
        return bytes(table(), "jpeg");
    }

    /** A film of a code that lies on a table, as Chromium's fake camera shows it. */
    static void film(byte[] code, Path file) {
        BufferedImage table = table();
        Graphics2D paint = table.createGraphics();
        try (var out = Files.newOutputStream(file)) {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(code));
            paint.drawImage(picture, (WIDTH - CODE) / 2, (HEIGHT - CODE) / 2, CODE, CODE, null);
            byte[] frame = bytes(table, "jpeg");
            for (int i = 0; i < FRAMES; i++) {
                out.write(frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            paint.dispose();
        }
    }

    private static BufferedImage table() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = picture.createGraphics();
        paint.setColor(new Color(0xC8, 0xB8, 0xA0));
        paint.fillRect(0, 0, WIDTH, HEIGHT);
        paint.dispose();
        return picture;
    }

    private static byte[] bytes(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
