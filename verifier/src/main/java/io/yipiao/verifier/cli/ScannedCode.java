package io.yipiao.verifier.cli;

import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.PictureReader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/** A code as a command is given it: a picture file, {@code -} for standard input, or its text. */
final class ScannedCode {
    private static final int LONGEST = 4096;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private ScannedCode() {}

    /**
     * The code's text.
     *
     * @throws PictureException if the picture shows none, which says nothing of the bill
     */
    static String read(String argument, Console console) throws InputException, PictureException {
        if (argument.equals("-")) {
            try {
                byte[] bytes = console.in().readNBytes(LONGEST);
                return new String(bytes, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new InputException("读不了标准输入", "standard input cannot be read", e);
            }
        }
        return isFile(argument) ? picture(Path.of(argument)) : argument;
    }

    static String picture(Path file) throws InputException, PictureException {
        byte[] bytes = InputFile.readAtMost(file, PictureReader.LARGEST_FILE);
        return PictureReader.read(bytes, LIMIT);
    }

    private static boolean isFile(String argument) {
        try {
            return Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
