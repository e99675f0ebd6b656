package io.yipiao.verifier.bill;

import java.text.Normalizer;

/**
 * Unicode text in Normalization Form C (UAX 15), without lone surrogates: the form in which equal
 * text has equal bytes.
 */
public final class Nfc {
    private Nfc() {}

    /** Whether text is in the form already. */
    public static boolean is(String text) {
        return isPlain(text)
                || (isWhole(text) && Normalizer.isNormalized(text, Normalizer.Form.NFC));
    }

    /** Text brought to the form. */
    public static String of(String field, String text) throws FieldException {
        if (isPlain(text)) {
            return text;
        }
        if (!isWhole(text)) {
            throw new FieldException(field, "whole characters", "a lone surrogate");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * Whether all of it is from blocks that normalization never touches: below the first combining
     * mark, or the unified ideographs of the basic plane. That is nearly all text of a bill.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x300 && (unit < 0x4E00 || unit > 0x9FFF)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
