package io.yipiao.verifier.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The vectors of one format. A subclass states the cases and how the format's class answers an
 * input; the file under {@code /vectors} holds the cases with the answers, and three things agree:
 * the class with the file, the file with the cases, and the file with {@code check_vectors.py},
 * which shares no code with the class.
 *
 * <p>{@code mvn -pl verifier test -Dtest='*VectorsTest#are_the_same*' -Dvectors.write} writes the
 * files anew.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class FormatVectors {
    private static final Path FOLDER = Path.of("src/test/resources/vectors");

    private final String file;
    private final List<Case> cases = new ArrayList<>();

    protected FormatVectors(String file) {
        this.file = file;
    }

    /** What the format's class makes of an input, or its refusal. */
    protected abstract Json answer(Json.Members input) throws Exception;

    /** States an input that must be accepted. */
    protected final void accepted(String comment, Json.Members input) {
        cases.add(new Case(comment, input, ""));
    }

    /**
     * States an input that must be refused.
     *
     * @param reason the field at fault if the input is malformed; else part of the message
     */
    protected final void refused(String comment, String reason, Json.Members input) {
        cases.add(new Case(comment, input, reason));
    }

    final Stream<Vector> valid() {
        return Vector.valid(file);
    }

    final Stream<Vector> invalid() {
        return Vector.invalid(file);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void accepts(Vector vector) throws Exception {
        assertEquals(vector.expected().orElseThrow(), answer(vector.object()));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refuses(Vector vector) {
        Exception refusal = assertThrows(Exception.class, () -> answer(vector.object()));
        assertReason(vector.reason().orElseThrow(), refusal);
    }

    @Test
    void are_the_same_when_generated_anew() throws Exception {
        String generated = generate();
        if (System.getProperty("vectors.write") != null) {
            Files.writeString(FOLDER.resolve(file), generated);
        } else {
            assertEquals(committed(), generated);
        }
    }

    private String generate() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Case each : cases) {
            Json.Writer line = Json.object().put("comment", each.comment).put("input", each.input);
            lines.add(
                    Jcs.text(
                            each.reason.isEmpty()
                                    ? line.put("expected", answer(each.input)).end()
                                    : line.put("reason", each.reason).end()));
        }
        return lines.stream().collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private String committed() throws IOException {
        try (InputStream in = FormatVectors.class.getResourceAsStream("/vectors/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
        }
    }

    private static void assertReason(String reason, Exception refusal) {
        if (refusal instanceof FieldException fault) {
            assertEquals(reason, fault.field(), fault.getMessage());
        } else {
            Refusals.assertRefused(
                    refusal.getClass(),
                    reason,
                    () -> {
                        throw refusal;
                    });
        }
    }

    private record Case(String comment, Json.Members input, String reason) {}
}
