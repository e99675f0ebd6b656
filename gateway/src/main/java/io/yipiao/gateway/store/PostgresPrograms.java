package io.yipiao.gateway.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL's own programs (initdb, pg_ctl, postgres), unpacked once into the user's cache: {@code
 * $XDG_CACHE_HOME/yipiao/postgres-DIGEST}, else below {@code ~/.cache}.
 *
 * @param home the folder with {@code bin}
 */
record PostgresPrograms(Path home) {
    private static final long MINUTES_AT_MOST = 3;
    private static final boolean ROOT = System.getProperty("user.name", "").equals("root");

    /** Finds the programs for this machine, unpacking them if no start before has. */
    static PostgresPrograms unpacked() throws IOException {
        PostgresArchive archive = PostgresArchive.forThisMachine();
        Path cache = Files.createDirectories(cache(System.getenv()));
        Path home = cache.resolve("postgres-" + archive.digest());
        if (!Files.isDirectory(home)) {
            Path fresh = Files.createTempDirectory(cache, "unpacking-");
            archive.unpackInto(fresh);
            settle(fresh, home);
        }
        return new PostgresPrograms(home);
    }

    /**
     * Runs one of the programs to its end and returns what it printed.
     *
     * @throws StoreException if it ends otherwise than well
     */
    String run(String program, List<String> arguments) throws IOException {
        Path output = Files.createTempFile("yipiao-" + program, ".out");
        try {
            Process process = start(program, arguments, output);
            boolean ended = process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES);
            String printed = Files.readString(output).strip();
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new StoreException("PostgreSQL's " + program + " failed: " + printed);
            }
            return printed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while " + program + " ran", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** A file takes the output: the server that pg_ctl leaves behind would keep a pipe open. */
    private Process start(String program, List<String> arguments, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            // PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }

    private static Path cache(Map<String, String> environment) {
        String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path cache =
                chosen.isEmpty()
                        ? Path.of(System.getProperty("user.home", "."), ".cache")
                        : Path.of(chosen);
        return cache.toAbsolutePath().resolve("yipiao");
    }

    /** Two first starts at once both unpack; the second one's move is refused, and not needed. */
    private static void settle(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            try (Stream<Path> files = Files.walk(fresh)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
