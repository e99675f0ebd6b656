package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What a verdict means and what to do next; there is no verdict without a next step. The texts
 * stand in the resource {@code explanations.json}.
 *
 * @param meaning what was found, and what was not
 * @param next what the bill's owner, or the clerk before him, does now
 */
public record Explanation(Sentence meaning, Sentence next) {
    private static final Json.Members TEXTS = texts();

    public static Explanation of(VerdictKind kind) {
        try {
            Json.Members texts = TEXTS.object(kind.name());
            return new Explanation(
                    sentence(texts.object("meaning")), sentence(texts.object("next")));
        } catch (FieldException e) {
            throw new IllegalStateException("explanations.json, " + kind, e);
        }
    }

    private static Sentence sentence(Json.Members in) throws FieldException {
        return new Sentence(in.text("chinese"), in.text("english"));
    }

    private static Json.Members texts() {
        try (InputStream in = Explanation.class.getResourceAsStream("explanations.json")) {
            return JsonReader.readObject(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FieldException e) {
            throw new IllegalStateException("explanations.json", e);
        }
    }
}
