package io.yipiao.verifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A token of SoftHSM's (Debian: softhsm2) in a folder of its own, and the command in a process that
 * sees it: the library reads its environment there.
 */
final class SoftToken {
    static final String LABEL = "hospital";
    static final String PIN = "73519246";

    private final Path folder;
    private final Path library;

    private SoftToken(Path folder, Path library) {
        this.folder = folder;
        this.library = library;
    }

    /** Makes two tokens, of which the second is the hospital's. */
    static SoftToken make(Path folder) {
        SoftToken token = new SoftToken(folder, library());
        try {
            Path tokens = Files.createDirectories(folder.resolve("tokens"));
            Files.writeString(
                    folder.resolve("softhsm2.conf"),
                    "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n"
                            .formatted(tokens));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        token.init("another", "0000");
        token.init(LABEL, PIN);
        token.pin(PIN);
        return token;
    }

    /** Writes the PIN's file, which nobody else reads. */
    Path pin(String pin) {
        Path file = folder.resolve("pin");
        try {
            Files.writeString(file, pin + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options that lead to the token, with others in their place or beside them. */
    List<Object> options(String label, Object... further) {
        Map<Object, Object> options = new LinkedHashMap<>();
        options.put("--pkcs11", library);
        options.put("--token", LABEL);
        options.put("--pin-file", folder.resolve("pin"));
        options.put("--key", label);
        for (int i = 0; i < further.length; i += 2) {
            options.put(further[i], further[i + 1]);
        }
        return options.entrySet().stream()
                .flatMap(option -> Stream.of(option.getKey(), option.getValue()))
                .toList();
    }

    /** Calls the command, with a token's options behind its own. */
    Called call(List<Object> token, Object... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return run(
                Stream.of(
                                List.of(
                                        java,
                                        "-XX:TieredStopAtLevel=1",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-cp",
                                        classes,
                                        YipiaoVerify.class.getName()),
                                Arrays.asList(arguments),
                                token)
                        .flatMap(List::stream)
                        .map(Object::toString)
                        .toList());
    }

    private void init(String label, String pin) {
        run(List.of(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        label,
                        "--pin",
                        pin,
                        "--so-pin",
                        "12345678"))
                .ends(0);
    }

    private Called run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        builder.environment().put("YIPIAO_LANGUAGE", "en");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        try {
            Process process =
                    builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            process.getOutputStream().close();
            int exit = process.waitFor();
            return new Called(
                    exit,
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path library() {
        List<Path> places =
                Stream.of(
                                "/usr/lib/softhsm/libsofthsm2.so",
                                "/usr/lib64/pkcs11/libsofthsm2.so",
                                "/usr/local/lib/softhsm/libsofthsm2.so")
                        .map(Path::of)
                        .filter(Files::exists)
                        .toList();
        assertTrue(!places.isEmpty(), "there is no SoftHSM: apt-get install softhsm2");
        assertEquals(1, places.size(), "several SoftHSMs: " + places);
        return places.getFirst();
    }
}
