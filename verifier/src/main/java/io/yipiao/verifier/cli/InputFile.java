package io.yipiao.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that are read whole, and are small. */
final class InputFile {
    private static final int LARGEST = 64 * 1024 * 1024;

    private InputFile() {}

    static byte[] read(Path file) throws InputException {
        return read(file, LARGEST);
    }

    /** Reads at most one byte more than the largest allowed, which the reader then refuses. */
    static byte[] readAtMost(Path file, int largest) throws InputException {
        try (InputStream in = open(file)) {
            return in.readNBytes(largest + 1);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Reads text and drops the line end. */
    static String text(Path file) throws InputException {
        return new String(read(file), StandardCharsets.UTF_8).strip();
    }

    static InputStream open(Path file) throws InputException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new InputException("没有文件 " + file, "there is no file " + file, e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static InputException unreadable(Path file, IOException fault) {
        return new InputException(
                "读不了文件 " + file + "：" + fault.getMessage(),
                "the file " + file + " cannot be read: " + fault.getMessage(),
                fault);
    }

    private static byte[] read(Path file, int largest) throws InputException {
        byte[] bytes = readAtMost(file, largest);
        if (bytes.length > largest) {
            throw new InputException(
                    "文件 " + file + " 超过 " + (largest >> 20) + " MB",
                    "the file " + file + " is larger than " + (largest >> 20) + " MB");
        }
        return bytes;
    }
}
