package io.yipiao.verifier.qr;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;

import io.yipiao.verifier.qr.PictureException.Fault;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture file from outside, brought to its luminance. */
final class PictureFile {
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");
    private static final long PIXELS_AT_FULL_SCALE = 16_000_000;

    private PictureFile() {}

    static LuminanceSource decode(byte[] file) throws PictureException {
        if (file.length > PictureReader.LARGEST_FILE) {
            throw new PictureException(Fault.TOO_LARGE);
        }
        // Not ImageIO's own stream for bytes, which goes through a file on disk.
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = readerOf(in);
            try {
                reader.setInput(in, true, true);
                return decode(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The platform's decoders answer damaged files with many kinds of runtime exception.
            throw new PictureException(Fault.BROKEN, e);
        }
    }

    private static ImageReader readerOf(ImageInputStream in) throws IOException, PictureException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            String format = reader.getFormatName().toLowerCase(Locale.ROOT);
            if (FORMATS.contains(format)) {
                return reader;
            }
            reader.dispose();
        }
        throw new PictureException(Fault.OTHER_FORMAT);
    }

    private static LuminanceSource decode(ImageReader reader) throws IOException, PictureException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > PictureReader.MOST_PIXELS) {
            throw new PictureException(Fault.TOO_MANY_PIXELS);
        }
        ImageReadParam param = reader.getDefaultReadParam();
        if (pixels > PIXELS_AT_FULL_SCALE) {
            param.setSourceSubsampling(2, 2, 0, 0);
        }
        reader.addIIOReadProgressListener(new StopWhenInterrupted());
        BufferedImage image = reader.read(0, param);
        SymbolFinder.stopIfInterrupted();
        return luminance(image);
    }

    private static LuminanceSource luminance(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] luminance = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                luminance[y * width + x] = luminance(row[x]);
            }
        }
        return new PlanarYUVLuminanceSource(luminance, width, height, 0, 0, width, height, false);
    }

    /** The weights of ITU-R BT.601 in 1/1024; what is transparent is white paper. */
    private static byte luminance(int argb) {
        if (argb >>> 24 == 0) {
            return (byte) 0xff;
        }
        int red = argb >> 16 & 0xff;
        int green = argb >> 8 & 0xff;
        int blue = argb & 0xff;
        return (byte) ((306 * red + 601 * green + 117 * blue + 512) >> 10);
    }
}
