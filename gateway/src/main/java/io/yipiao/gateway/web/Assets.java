package io.yipiao.gateway.web;

import io.yipiao.gateway.http.Answer;
import io.yipiao.verifier.canonical.Sm3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Style sheet, scripts and pictures, served by us under names that hold their digest, so that a
 * browser may keep them for ever.
 */
public final class Assets {
    private static final Map<String, String> TYPES =
            Map.of(
                    "css", "text/css;charset=utf-8",
                    "js", "text/javascript;charset=utf-8",
                    "svg", "image/svg+xml");
    private static final List<String> FILES =
            List.of("yipiao.css", "live.js", "drop.js", "scan.js", "icon.svg", "sample-code.svg");
    private static final int DIGITS = 12;

    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, Answer> answers = new TreeMap<>();

    private Assets() {}

    /** Reads all files. */
    public static Assets load() {
        Assets assets = new Assets();
        FILES.forEach(assets::add);
        return assets;
    }

    /** Where a file is served. */
    public String url(String name) {
        return "/assets/" + Objects.requireNonNull(names.get(name), name);
    }

    /** The file that is served under this name. */
    public Optional<Answer> file(String served) {
        return Optional.ofNullable(answers.get(served));
    }

    private void add(String name) {
        byte[] bytes = read(name);
        int dot = name.lastIndexOf('.');
        String served =
                name.substring(0, dot)
                        + "-"
                        + Sm3.of(bytes).hex().substring(0, DIGITS)
                        + name.substring(dot);
        names.put(name, served);
        answers.put(
                served,
                Answer.of(200, Objects.requireNonNull(TYPES.get(name.substring(dot + 1))), bytes)
                        .with("Cache-Control", "public, max-age=31536000, immutable"));
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/assets/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
