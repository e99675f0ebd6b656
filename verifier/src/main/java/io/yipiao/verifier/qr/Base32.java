package io.yipiao.verifier.qr;

import io.yipiao.verifier.bill.FieldException;

/** Base32 of RFC 4648, 6: upper case, without padding, unused bits zero; no other spelling. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String write(byte[] bytes) {
        StringBuilder out = new StringBuilder((bytes.length * 8 + 4) / 5);
        int held = 0;
        int bits = 0;
        for (byte octet : bytes) {
            held = (held << 8) | (octet & 0xff);
            for (bits += 8; bits >= 5; bits -= 5) {
                out.append(ALPHABET.charAt((held >> (bits - 5)) & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            out.append(ALPHABET.charAt((held << (5 - bits)) & 31));
        }
        return out.toString();
    }

    static byte[] read(String field, String text) throws FieldException {
        int unused = text.length() * 5 % 8;
        if (unused >= 5) {
            throw new FieldException(field, "whole bytes in Base32", text.length() + " characters");
        }
        byte[] out = new byte[text.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new FieldException(field, "A to Z and 2 to 7", "another at " + (i + 1));
            }
            held = (held << 5) | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out[at++] = (byte) (held >> bits);
            }
            held &= (1 << bits) - 1;
        }
        if (held != 0) {
            throw new FieldException(field, "unused bits that are zero", "others");
        }
        return out;
    }
}
