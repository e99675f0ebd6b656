package io.yipiao.gateway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys of words that templates and code name. */
final class WordUses {
    private static final List<Path> SOURCES =
            List.of(
                    Path.of("src/main/jte"),
                    Path.of("src/main/java/io/yipiao/gateway/web"),
                    Path.of("src/main/java/io/yipiao/gateway/start"));
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SAY = Pattern.compile("\\bsay\\(");
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9_.-]*");

    /** Reply.done("/where", "key"): the words said.key. */
    private static final Pattern DONE = Pattern.compile("\\bdone\\(\\s*[^;]*?\"([a-z-]+)\"\\s*\\)");

    private final Set<String> literals = new TreeSet<>();
    private final Set<String> said = new TreeSet<>();
    private final Set<String> prefixes = new TreeSet<>();

    private WordUses() {}

    static WordUses read() {
        WordUses uses = new WordUses();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().matches(".*\\.(java|jte)"))
                        .forEach(uses::read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return uses;
    }

    /** All that stands in quotes, keys or not. */
    Set<String> literals() {
        return literals;
    }

    /** What {@code say} is called with, prefixes excepted. */
    Set<String> said() {
        return said;
    }

    /** What {@code say} is called with, to which something is added. */
    Set<String> prefixes() {
        return prefixes;
    }

    private void read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher literal = LITERAL.matcher(text);
        while (literal.find()) {
            literals.add(literal.group(1));
        }
        Matcher say = SAY.matcher(text);
        while (say.find()) {
            key(firstArgument(text, say.end()));
        }
        Matcher done = DONE.matcher(text);
        while (done.find()) {
            said.add("said." + done.group(1));
        }
    }

    private void key(String argument) {
        Matcher literal = LITERAL.matcher(argument);
        while (literal.find()) {
            String text = literal.group(1);
            boolean compared = argument.substring(0, literal.start()).endsWith("equals(");
            if (KEY.matcher(text).matches() && !compared) {
                (text.endsWith(".") ? prefixes : said).add(text);
            }
        }
    }

    private static String firstArgument(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == '[')) {
                depth++;
            } else if (!quoted && depth == 0 && (c == ',' || c == ')')) {
                return text.substring(from, i);
            } else if (!quoted && (c == ')' || c == ']')) {
                depth--;
            }
        }
        return text.substring(from);
    }
}
