package io.yipiao.verifier.receipt;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;

import io.yipiao.verifier.bill.FieldException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Bytes in which what stood before is not written again. Before everything stands {@link
 * ReceiptWords}, which every receipt holds much of. One token after another:
 *
 * <pre>
 * new     varint 2 × (n − 1), n bytes, 1 ≤ n
 * copy    varint 2 × (n − 5) + 1, varint d: n bytes, 5 ≤ n, that begin d bytes before this place,
 *         1 ≤ d; they may reach into themselves
 * </pre>
 *
 * <p>At each place the longest copy there is is taken, of several the nearest; where there is none
 * of 5 bytes, the byte is new, and new bytes that follow one another are one token.
 */
final class Copies {
    /** Bytes that a receipt's folded parts have at most; one of 8 KB has fewer. */
    static final int LARGEST = 8_192;

    private static final int SHORTEST = 5;

    private Copies() {}

    static byte[] write(byte[] bytes) {
        byte[] words = ReceiptWords.bytes();
        byte[] all = Arrays.copyOf(words, words.length + bytes.length);
        System.arraycopy(bytes, 0, all, words.length, bytes.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int fresh = words.length;
        int at = words.length;
        while (at < all.length) {
            int from = at;
            int length = 0;
            for (int start = at - 1; start >= 0; start--) {
                int same = same(all, start, at);
                if (same > length) {
                    length = same;
                    from = start;
                }
            }
            if (length < SHORTEST) {
                at++;
            } else {
                putNew(all, fresh, at, out);
                put(out, 2 * (length - SHORTEST) + 1);
                put(out, at - from);
                at += length;
                fresh = at;
            }
        }
        putNew(all, fresh, at, out);
        return out.toByteArray();
    }

    /** The bytes; refused as soon as they would be more than {@link #LARGEST}. */
    static byte[] read(byte[] tokens) throws FieldException {
        byte[] words = ReceiptWords.bytes();
        byte[] all = Arrays.copyOf(words, words.length + LARGEST);
        int at = words.length;
        CodedInputStream in = CodedInputStream.newInstance(tokens);
        try {
            while (!in.isAtEnd()) {
                int head = in.readUInt32();
                boolean isCopy = (head & 1) == 1;
                int length = (head >>> 1) + (isCopy ? SHORTEST : 1);
                if (length > all.length - at) {
                    throw new FieldException("receipt", "at most " + LARGEST + " bytes", "more");
                }
                if (isCopy) {
                    copy(all, at, length, in.readUInt32());
                } else {
                    System.arraycopy(in.readRawBytes(length), 0, all, at, length);
                }
                at += length;
            }
        } catch (IOException e) {
            throw new FieldException("receipt", "whole tokens", "bytes that end early");
        }
        return Arrays.copyOfRange(all, words.length, at);
    }

    private static void copy(byte[] all, int at, int length, int distance) throws FieldException {
        if (distance < 1 || distance > at) {
            throw new FieldException("receipt", "a copy of what stood before", "another place");
        }
        for (int i = at; i < at + length; i++) {
            all[i] = all[i - distance];
        }
    }

    private static int same(byte[] all, int start, int at) {
        int length = 0;
        while (at + length < all.length && all[start + length] == all[at + length]) {
            length++;
        }
        return length;
    }

    private static void putNew(byte[] all, int from, int to, ByteArrayOutputStream out) {
        if (to > from) {
            put(out, 2 * (to - from - 1));
            out.write(all, from, to - from);
        }
    }

    private static void put(ByteArrayOutputStream out, int number) {
        try {
            CodedOutputStream coded = CodedOutputStream.newInstance(out);
            coded.writeUInt32NoTag(number);
            coded.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
