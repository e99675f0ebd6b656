package io.yipiao.verifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

/**
 * The command, called within this process.
 *
 * @param exit its exit code
 * @param out what it answered
 * @param err what it said beside
 */
record Called(int exit, String out, String err) {
    static final Instant NOW = Instant.parse("2026-09-15T08:00:00Z");

    /** Calls the command with an English environment. */
    static Called with(Object... arguments) {
        return at(NOW, arguments);
    }

    static Called at(Instant now, Object... arguments) {
        return call(now, Map.of("LANG", "en_US.UTF-8"), "", arguments);
    }

    static Called in(Map<String, String> environment, Object... arguments) {
        return call(NOW, environment, "", arguments);
    }

    static Called reading(String input, Object... arguments) {
        return call(NOW, Map.of(), input, arguments);
    }

    private static Called call(
            Instant now, Map<String, String> environment, String input, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit =
                YipiaoVerify.run(
                        Arrays.stream(arguments).map(Object::toString).toArray(String[]::new),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        err,
                        environment,
                        Clock.fixed(now, ZoneOffset.UTC));
        return new Called(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The same call, which must have ended so. */
    Called ends(int expected) {
        assertEquals(expected, exit, out + err);
        return this;
    }
}
