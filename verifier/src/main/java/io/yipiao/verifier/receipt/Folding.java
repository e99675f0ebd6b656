package io.yipiao.verifier.receipt;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes in which hexadecimal digits and certificates in PEM stand for what they spell, one stretch
 * after another:
 *
 * <pre>
 * stretch   varint 3 × n + kind, n bytes
 * kind 0    the bytes themselves
 * kind 1    bytes that are spelled in lower-case hexadecimal, 16 or more
 * kind 2    a certificate in DER that is spelled in PEM (RFC 7468): lines of 64 characters, each
 *           ended by LF
 * </pre>
 *
 * <p>Stretches of kinds 1 and 2 are found from the left and taken as long as they are; between two
 * of them stands at most one of kind 0.
 */
final class Folding {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----\n";
    private static final String END = "-----END CERTIFICATE-----\n";
    private static final Pattern SPELLED =
            Pattern.compile(
                    BEGIN
                            + "((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{1,64}={0,2}\n)"
                            + END
                            + "|((?:[0-9a-f]{2}){16,})");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final int PLAIN = 0;
    private static final int HEX = 1;
    private static final int PEM = 2;
    private static final int KINDS = 3;

    private Folding() {}

    static byte[] fold(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream folded = new ByteArrayOutputStream(bytes.length);
        int done = 0;
        for (Matcher found = SPELLED.matcher(text); found.find(); ) {
            byte[] spelled = spelled(found);
            int kind = found.group(1) == null ? HEX : PEM;
            if (spell(kind, spelled).equals(found.group())) {
                put(PLAIN, latin(text.substring(done, found.start())), folded);
                put(kind, spelled, folded);
                done = found.end();
            }
        }
        put(PLAIN, latin(text.substring(done)), folded);
        return folded.toByteArray();
    }

    /** The bytes that were folded; refused once they are more than the largest number. */
    static byte[] unfold(byte[] folded, int largest) throws FieldException {
        CodedInputStream in = CodedInputStream.newInstance(folded);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(largest);
        try {
            while (!in.isAtEnd()) {
                int head = in.readUInt32();
                byte[] stretch = in.readRawBytes(Integer.divideUnsigned(head, KINDS));
                bytes.writeBytes(latin(spell(Integer.remainderUnsigned(head, KINDS), stretch)));
                if (bytes.size() > largest) {
                    throw new FieldException("receipt", "at most " + largest + " bytes", "more");
                }
            }
        } catch (IOException e) {
            throw new FieldException("receipt", "stretches of stated lengths", "other bytes");
        }
        return bytes.toByteArray();
    }

    private static byte[] spelled(Matcher found) {
        String pem = found.group(1);
        return pem == null ? java.util.HexFormat.of().parseHex(found.group(2)) : decode(pem);
    }

    private static byte[] decode(String pem) {
        try {
            return Base64.getMimeDecoder().decode(pem);
        } catch (IllegalArgumentException e) {
            // No base64 after all: spelled again it will be something else, and stay as it is.
            return new byte[0];
        }
    }

    private static String spell(int kind, byte[] bytes) {
        return switch (kind) {
            case HEX -> Hex.write(bytes);
            case PEM -> BEGIN + LINES.encodeToString(bytes) + "\n" + END;
            default -> new String(bytes, StandardCharsets.ISO_8859_1);
        };
    }

    private static void put(int kind, byte[] stretch, ByteArrayOutputStream out) {
        if (stretch.length == 0) {
            return;
        }
        try {
            CodedOutputStream coded = CodedOutputStream.newInstance(out);
            coded.writeUInt32NoTag(KINDS * stretch.length + kind);
            coded.writeRawBytes(stretch);
            coded.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
