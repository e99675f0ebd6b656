package io.yipiao.verifier.bill;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import java.text.Normalizer;

/** Text as bills hold it. */
final class AnyText {
    /** Among them what JSON escapes, what lies beyond the basic plane, and marks that combine. */
    private static final String[] CHARACTERS = {
        "张", "示", "范", "衢", "䶮", "𠮷", "·", "（", "Ⅱ", "é", "n\u0303", "豈", "A", "z", "0", " ", "\"",
        "\\", "/", "<", "~", "😀"
    };

    private AnyText() {}

    /** One character to as many as this. */
    static Arbitrary<String> upTo(int most) {
        return Arbitraries.of(CHARACTERS)
                .list()
                .ofMaxSize(most / 2)
                .map(parts ->
                        Normalizer.normalize(String.join("", parts), Normalizer.Form.NFC).strip())
                .map(text -> text.isEmpty() ? "无" : text);
    }

    /** So many of these characters. */
    static Arbitrary<String> of(String characters, int length) {
        return Arbitraries.strings().withChars(characters).ofLength(length);
    }
}
