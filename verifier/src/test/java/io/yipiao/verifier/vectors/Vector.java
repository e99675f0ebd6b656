package io.yipiao.verifier.vectors;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One test vector.
 *
 * @param comment what it shows
 * @param input what the format's class is given
 * @param expected what it must answer; nothing if it must refuse
 * @param reason the field the refusal must name; nothing if the input is valid
 */
public record Vector(String comment, Json input, Optional<Json> expected, Optional<String> reason) {

    public Vector {
        if (expected.isPresent() == reason.isPresent()) {
            throw new IllegalArgumentException("either expected or a reason: " + comment);
        }
    }

    /** All vectors of a file, half of which at least must be invalid. */
    public static List<Vector> of(String file) {
        try (InputStream in = Vector.class.getResourceAsStream("/vectors/" + file)) {
            Json list = JsonReader.read(Objects.requireNonNull(in, file).readAllBytes());
            List<Vector> vectors =
                    ((Json.Items) list).objects(file).stream().map(Vector::of).toList();
            if (vectors.stream().filter(Vector::isValid).count() * 2 > vectors.size()) {
                throw new IllegalStateException("fewer than half are invalid: " + file);
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FieldException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** The file's vectors that must be accepted. */
    public static Stream<Vector> valid(String file) {
        return of(file).stream().filter(Vector::isValid);
    }

    /** The file's vectors that must be refused. */
    public static Stream<Vector> invalid(String file) {
        return of(file).stream().filter(vector -> !vector.isValid());
    }

    public boolean isValid() {
        return expected.isPresent();
    }

    /** The input, which must be text. */
    public String text() {
        return ((Json.Text) input).value();
    }

    /** The input, which must be an object. */
    public Json.Members object() {
        return (Json.Members) input;
    }

    private static Vector of(Json.Members in) {
        try {
            in.only(Set.of("comment", "input", "expected", "reason"));
            return new Vector(
                    in.text("comment"),
                    in.required("input"),
                    Optional.ofNullable(in.values().get("expected")),
                    in.optionalText("reason"));
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return comment;
    }
}
