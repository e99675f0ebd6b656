package io.yipiao.gateway.web.hospital;

import io.yipiao.verifier.bill.Fen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What readers of bills expect, in Chinese: the table {@code words/expected-zh.txt}, a line each:
 * the English sentence as a regular expression, {@code =}, the Chinese one. {@code $1} is what a
 * group holds, {@code ¥1} the same in yuan if it is whole fen.
 */
public final class ExpectedWords {
    private static final List<Entry> TABLE = read();

    private ExpectedWords() {}

    private record Entry(Pattern english, String chinese) {}

    /** The sentence in Chinese, or as it is if the table lacks it. */
    public static String inChinese(String english, Function<Fen, String> yuan) {
        for (Entry entry : TABLE) {
            Matcher groups = entry.english().matcher(english);
            if (groups.matches()) {
                return filled(entry.chinese(), groups, yuan);
            }
        }
        return english;
    }

    private static String filled(String chinese, Matcher groups, Function<Fen, String> yuan) {
        String text = chinese;
        for (int i = 1; i <= groups.groupCount(); i++) {
            String held = Objects.requireNonNullElse(groups.group(i), "");
            text = text.replace("$" + i, held);
            if (held.matches("\\d{1,12}")) {
                text = text.replace("¥" + i, yuan.apply(new Fen(Long.parseLong(held))));
            }
        }
        return text;
    }

    private static List<Entry> read() {
        var file = ExpectedWords.class.getResourceAsStream("/words/expected-zh.txt");
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> line.contains(" = "))
                    .map(line -> line.split(" = ", 2))
                    .map(parts -> new Entry(Pattern.compile(parts[0], Pattern.DOTALL), parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
