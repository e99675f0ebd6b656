package io.yipiao.gateway.web;

import io.yipiao.verifier.verdict.Language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of the pages in one language: the bundle {@code words/LANGUAGE.properties}. A value may
 * name its arguments {0}, {1} and so on.
 */
public final class Wording {
    private static final Map<Language, Wording> BUNDLES =
            Map.of(
                    Language.CHINESE,
                    new Wording(read("zh")),
                    Language.ENGLISH,
                    new Wording(read("en")));

    private final Properties words;

    private Wording(Properties words) {
        this.words = words;
    }

    public static Wording in(Language language) {
        return Objects.requireNonNull(BUNDLES.get(language));
    }

    /**
     * A sentence.
     *
     * @throws IllegalArgumentException if the bundle lacks the key
     */
    public String say(String key, Object... arguments) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** Whether the bundle has words for this key. */
    public boolean knows(String key) {
        return words.containsKey(key);
    }

    Set<String> keys() {
        return new TreeSet<>(words.stringPropertyNames());
    }

    private static Properties read(String name) {
        Properties words = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Wording.class.getResourceAsStream(
                                        "/words/" + name + ".properties")),
                        StandardCharsets.UTF_8)) {
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
