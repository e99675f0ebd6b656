package io.yipiao.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs a program to its end and passes on what it says, line by line: it may not write to this
 * JVM's own output, by which Maven is told of the tests.
 */
final class Command {
    private Command() {}

    /**
     * Runs it.
     *
     * @return all it said
     * @throws AssertionError with all it said, unless it ends with status 0
     */
    static String run(List<String> words) {
        StringBuilder said = new StringBuilder();
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines()
                        .forEach(line -> {
                            System.out.println(line);
                            said.append(line).append('\n');
                        });
            }
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", words) + " failed:\n" + said);
            }
            return said.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
