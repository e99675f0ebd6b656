package io.yipiao.verifier.qr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures that a phone might take of a symbol. */
final class Photos {
    private Photos() {}

    /** The symbol on a larger grey sheet, turned and scaled. */
    static BufferedImage photograph(QrText text, double degrees, double scale) {
        try {
            BufferedImage symbol = ImageIO.read(new ByteArrayInputStream(QrSymbol.of(text).png(8)));
            int side = (int) (symbol.getWidth() * scale * 1.6);
            BufferedImage photo = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = photo.createGraphics();
            pen.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.setColor(new Color(225, 222, 210));
            pen.fillRect(0, 0, side, side);
            pen.translate(side / 2.0, side / 2.0);
            pen.rotate(Math.toRadians(degrees));
            pen.scale(scale, scale);
            pen.drawImage(symbol, -symbol.getWidth() / 2, -symbol.getHeight() / 2, null);
            pen.dispose();
            return photo;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpeg(BufferedImage photo, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(photo, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    static byte[] file(BufferedImage photo, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(photo, format, out)) {
                throw new IllegalArgumentException("the platform writes no " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
