package io.yipiao.verifier.cli;

import io.yipiao.verifier.verdict.Language;
import io.yipiao.verifier.verdict.Sentence;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the command reads and writes: UTF-8 whatever the locale, in one language. */
final class Console {
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private Language language;

    Console(InputStream in, OutputStream out, OutputStream err, Language language) {
        this.in = in;
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.language = language;
    }

    /**
     * The language that the environment asks for: the launcher's word, else the first of LC_ALL,
     * LC_MESSAGES and LANG that is set; Chinese if it begins with zh, else English.
     */
    static Language languageOf(Map<String, String> environment) {
        String wanted =
                Stream.of("YIPIAO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("");
        return wanted.toLowerCase(Locale.ROOT).startsWith("zh")
                ? Language.CHINESE
                : Language.ENGLISH;
    }

    void speak(Language wanted) {
        this.language = wanted;
    }

    Language language() {
        return language;
    }

    InputStream in() {
        return in;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** Prints a line of the answer. */
    void say(Sentence sentence) {
        out.println(sentence.in(language));
    }

    void say(String chinese, String english) {
        say(new Sentence(chinese, english));
    }

    /** Prints a label and a value of the answer. */
    void tell(Sentence label, String value) {
        String colon = language == Language.CHINESE ? "：" : ": ";
        out.println("  " + label.in(language) + colon + value);
    }

    /** Prints a line that is no part of the answer: a fault, or how far long work has come. */
    void note(String chinese, String english) {
        err.println(new Sentence(chinese, english).in(language));
    }
}
