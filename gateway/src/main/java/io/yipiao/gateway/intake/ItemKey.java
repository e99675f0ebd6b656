package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.FeeLine;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * By what a fee line's item is known again, however it was keyed: drugs by the part of the code
 * that does not depend on maker and package (western the first 14 characters, Chinese patent the
 * first 11), everything else by the whole code, and all of them by their names without blanks and
 * punctuation. One of the two is enough.
 *
 * @param code empty where the line has none
 */
public record ItemKey(String code, String name) {
    private static final int WESTERN = 14;
    private static final int PATENT = 11;

    public static ItemKey of(FeeLine line) {
        return new ItemKey(code(line.catalogueCode()), name(line.name()));
    }

    /** A mark for each of both, for an index to look for. */
    IntStream marks() {
        IntStream named = IntStream.of(name.hashCode());
        return code.isEmpty() ? named : IntStream.concat(named, IntStream.of(code.hashCode()));
    }

    private static String code(String catalogueCode) {
        String upper = catalogueCode.toUpperCase(Locale.ROOT);
        if (upper.startsWith("X")) {
            return upper.substring(0, Math.min(WESTERN, upper.length()));
        }
        return upper.startsWith("Z") ? upper.substring(0, Math.min(PATENT, upper.length())) : upper;
    }

    private static String name(String printed) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(printed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
