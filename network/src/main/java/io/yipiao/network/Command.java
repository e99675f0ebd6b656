package io.yipiao.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Runs a program to its end and passes on what it says, line by line: it may not write to this
 * JVM's own output, by which Maven is told of the tests.
 */
public final class Command {
    private Command() {}

    /** Runs it in this JVM's environment. */
    public static String run(List<String> words) {
        return run(words, Map.of());
    }

    /**
     * Runs it.
     *
     * @param environment what it is told besides this JVM's
     * @return all it said
     * @throws AssertionError with all it said, unless it ends with status 0
     */
    public static String run(List<String> words, Map<String, String> environment) {
        StringBuilder said = new StringBuilder();
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
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
