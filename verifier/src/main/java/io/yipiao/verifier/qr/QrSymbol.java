package io.yipiao.verifier.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * One QR symbol (ISO/IEC 18004) with the quiet zone of four modules that the standard asks for. A
 * {@link QrText} with an origin always fits in version 13 (69 modules) at error correction level Q.
 */
public final class QrSymbol {
    /** Light modules on every side. */
    public static final int QUIET = 4;

    /** Pixels of a module: below two no reader finds the pattern. */
    private static final int SMALLEST_MODULE = 2;

    private static final int LARGEST_MODULE = 64;

    private final int version;
    private final ByteMatrix modules;

    private QrSymbol(int version, ByteMatrix modules) {
        this.version = version;
        this.modules = modules;
    }

    /** The smallest symbol that holds the text in upper case, in alphanumeric mode. */
    public static QrSymbol of(QrText text) {
        return of(text.text(), ErrorCorrectionLevel.Q);
    }

    /**
     * The smallest symbol, at level L, that holds a text of the alphanumeric mode's characters; it
     * is read from a screen or a clean print.
     *
     * @param text at most 4,296 characters
     */
    public static QrSymbol of(String text) {
        return of(text, ErrorCorrectionLevel.L);
    }

    private static QrSymbol of(String text, ErrorCorrectionLevel level) {
        try {
            QRCode code = Encoder.encode(text, level);
            return new QrSymbol(code.getVersion().getVersionNumber(), code.getMatrix());
        } catch (WriterException e) {
            throw new IllegalStateException("a text of ours fits in a symbol", e);
        }
    }

    /** 1 to 40; a symbol has 17 + 4 × version modules a side. */
    public int version() {
        return version;
    }

    /** Modules a side, the quiet zone included. */
    public int side() {
        return modules.getWidth() + 2 * QUIET;
    }

    /** Whether a module is dark, counted from the quiet zone's upper left corner. */
    public boolean isDark(int x, int y) {
        int column = x - QUIET;
        int row = y - QUIET;
        return column >= 0
                && row >= 0
                && column < modules.getWidth()
                && row < modules.getHeight()
                && modules.get(column, row) == 1;
    }

    /**
     * As a PNG of one bit a pixel.
     *
     * @param module pixels a module's side, 2 to 64; print at 8 or more
     */
    public byte[] png(int module) {
        if (module < SMALLEST_MODULE || module > LARGEST_MODULE) {
            throw new IllegalArgumentException(
                    SMALLEST_MODULE + " to " + LARGEST_MODULE + " pixels: " + module);
        }
        int side = side() * module;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, isDark(x / module, y / module) ? 0x000000 : 0xffffff);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Not ImageIO's stream for an OutputStream, which goes through a file on disk.
        try (ImageOutputStream memory = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As an SVG picture of 40 mm a side, one path with a run of dark modules at a time. */
    public byte[] svg() {
        StringBuilder out = new StringBuilder(16_384);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40mm\" height=\"40mm\"")
                .append(" viewBox=\"0 0 " + side() + " " + side() + "\"")
                .append(" shape-rendering=\"crispEdges\">\n<rect width=\"100%\" height=\"100%\"")
                .append(" fill=\"#fff\"/>\n<path fill=\"#000\" d=\"");
        for (int y = QUIET; y < side() - QUIET; y++) {
            row(y, out);
        }
        return out.append("\"/>\n</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void row(int y, StringBuilder out) {
        for (int x = QUIET; x < side() - QUIET; x++) {
            if (isDark(x, y)) {
                int start = x;
                while (isDark(x, y)) {
                    x++;
                }
                int run = x - start;
                out.append("M" + start + " " + y + "h" + run + "v1h-" + run + "z");
            }
        }
    }
}
