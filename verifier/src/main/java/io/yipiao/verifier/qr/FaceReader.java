package io.yipiao.verifier.qr;

import io.yipiao.verifier.bill.FieldException;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what a scanned, typed or pasted text is. It reads text only: no host is ever asked, and a
 * link is taken apart, not followed. Full-width characters (an input method's) become ASCII,
 * control characters and outer blanks are dropped, and a text of ours is brought to upper case,
 * because some scanners type with the shift the wrong way round.
 */
public final class FaceReader {
    /** Longer texts are not looked at; the longest face known has 352 characters. */
    static final int LONGEST = 4096;

    private static final Pattern OURS =
            Pattern.compile("(HTTPS?://[!-.0-~]{0,200})?/Q/[!-~]*", Pattern.CASE_INSENSITIVE);

    private FaceReader() {}

    /** Reads any text; what nobody knows is {@link Face.Unknown}. */
    public static Face read(String scanned) {
        if (scanned.length() > LONGEST) {
            return new Face.Unknown();
        }
        String text = normalise(scanned);
        if (OURS.matcher(text).matches()) {
            return own(text);
        }
        return ForeignLink.read(text)
                .or(() -> VatString.read(text))
                .<Face>map(face -> face)
                .orElseGet(Face.Unknown::new);
    }

    private static Face own(String text) {
        try {
            return new Face.Own(QrText.parse(text.toUpperCase(Locale.ROOT)));
        } catch (FieldException e) {
            return new Face.Garbled(e);
        }
    }

    /** Full-width forms U+FF01 to U+FF5E lie 0xFEE0 above their ASCII, U+3000 is their space. */
    private static String normalise(String scanned) {
        StringBuilder out = new StringBuilder(scanned.length());
        scanned.chars()
                .filter(unit -> !Character.isISOControl(unit))
                .map(unit -> unit == 0x3000 ? ' ' : unit)
                .map(unit -> unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit)
                .forEach(unit -> out.append((char) unit));
        return out.toString().strip();
    }
}
