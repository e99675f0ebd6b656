package io.yipiao.verifier.qr;

import io.yipiao.verifier.bill.FieldException;

import java.io.ByteArrayOutputStream;

/**
 * Base45 (RFC 9285): bytes in the 45 characters of a QR symbol's alphanumeric mode, which so holds
 * 97% of what its byte mode does, and every scanner reads as text. Two bytes are three characters,
 * the least worth first; a last byte alone is two.
 */
public final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = 45;

    private Base45() {}

    public static String write(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length * 3 / 2 + 2);
        for (int i = 0; i < bytes.length; i += 2) {
            boolean isPair = i + 1 < bytes.length;
            int value = isPair ? ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff) : bytes[i] & 0xff;
            for (int digits = isPair ? 3 : 2; digits > 0; digits--) {
                out.append(ALPHABET.charAt(value % BASE));
                value /= BASE;
            }
        }
        return out.toString();
    }

    /** Reads the one spelling there is of some bytes. */
    public static byte[] read(String field, String text) throws FieldException {
        if (text.length() % 3 == 1) {
            throw malformed(field, text);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i += 3) {
            boolean isPair = i + 2 < text.length();
            int value = digit(field, text, i) + BASE * digit(field, text, i + 1);
            value += isPair ? BASE * BASE * digit(field, text, i + 2) : 0;
            if (value > (isPair ? 0xffff : 0xff)) {
                throw malformed(field, text);
            }
            if (isPair) {
                out.write(value >> 8);
            }
            out.write(value & 0xff);
        }
        return out.toByteArray();
    }

    private static int digit(String field, String text, int at) throws FieldException {
        int digit = ALPHABET.indexOf(text.charAt(at));
        if (digit < 0) {
            throw malformed(field, text);
        }
        return digit;
    }

    private static FieldException malformed(String field, String text) {
        return new FieldException(field, "Base45 (RFC 9285)", text.length() + " other characters");
    }
}
