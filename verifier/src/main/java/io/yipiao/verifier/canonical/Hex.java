package io.yipiao.verifier.canonical;

import io.yipiao.verifier.bill.FieldException;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Lower-case hexadecimal, the only spelling our formats have. */
public final class Hex {
    private static final Pattern PAIRS = Pattern.compile("([0-9a-f]{2})*");

    private Hex() {}

    /** Reads exactly this many bytes. */
    public static byte[] read(String field, String hex, int length) throws FieldException {
        if (hex.length() != 2 * length || !PAIRS.matcher(hex).matches()) {
            throw new FieldException(field, 2 * length + " lower-case hexadecimal digits", hex);
        }
        return HexFormat.of().parseHex(hex);
    }

    /** Reads any whole number of bytes. */
    public static byte[] read(String field, String hex) throws FieldException {
        if (!PAIRS.matcher(hex).matches()) {
            throw new FieldException(field, "pairs of lower-case hexadecimal digits", hex);
        }
        return HexFormat.of().parseHex(hex);
    }

    public static String write(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
