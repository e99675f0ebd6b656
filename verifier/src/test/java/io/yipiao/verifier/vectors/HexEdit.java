package io.yipiao.verifier.vectors;

import java.util.HexFormat;

/** Changes to bytes written as hexadecimal digits. */
public final class HexEdit {
    private HexEdit() {}

    /** The bytes with others in place of those at an offset. */
    public static String at(String hex, int offset, String bytes) {
        return hex.substring(0, 2 * offset) + bytes + hex.substring(2 * offset + bytes.length());
    }

    /** The bytes without the last. */
    public static String cut(String hex) {
        return hex.substring(0, hex.length() - 2);
    }

    /** The bytes with one bit of one of them turned. */
    public static String flip(String hex, int bit) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return HexFormat.of().formatHex(bytes);
    }
}
