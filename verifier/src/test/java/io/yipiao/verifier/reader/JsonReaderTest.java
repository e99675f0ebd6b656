package io.yipiao.verifier.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.vectors.Vector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The vectors of json.json. An input is JSON text, or {@code {hex}} where that is not UTF-8;
 * expected is its canonical text.
 */
class JsonReaderTest {

    static Stream<Vector> valid() {
        return Vector.valid("json.json");
    }

    static Stream<Vector> invalid() {
        return Vector.invalid("json.json");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void accepts(Vector vector) throws FieldException {
        Json value = JsonReader.read(bytes(vector));
        assertEquals(vector.expected().orElseThrow(), new Json.Text(Jcs.text(value)));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refuses_naming_the_field(Vector vector) throws FieldException {
        byte[] input = bytes(vector);
        FieldException refusal =
                assertThrows(FieldException.class, () -> JsonReader.read(input), vector.comment());
        assertEquals(vector.reason().orElseThrow(), refusal.field(), refusal.getMessage());
    }

    @Test
    void names_the_limit_on_levels() {
        assertRefused(
                "[".repeat(17), "json: expected at most 16 levels of nesting, found one more");
    }

    @Test
    void says_where_the_text_goes_wrong_but_not_what_stands_there() {
        assertRefused(
                "{\"name\":\"张示范\" 1}",
                "json: expected well-formed JSON (RFC 8259), found a fault at character 15");
    }

    @Test
    void an_object_is_not_another_value() {
        FieldException refusal =
                assertThrows(
                        FieldException.class,
                        () -> JsonReader.readObject("[]".getBytes(StandardCharsets.UTF_8)));
        assertEquals("json: expected an object, found another value", refusal.getMessage());
    }

    private static void assertRefused(String text, String message) {
        FieldException refusal =
                assertThrows(
                        FieldException.class,
                        () -> JsonReader.read(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(message, refusal.getMessage());
    }

    private static byte[] bytes(Vector vector) throws FieldException {
        return vector.input() instanceof Json.Members hex
                ? Hex.read("hex", hex.text("hex"))
                : vector.text().getBytes(StandardCharsets.UTF_8);
    }
}
