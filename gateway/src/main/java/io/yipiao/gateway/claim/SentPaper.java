package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.FieldException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file that a citizen sends of a bill from elsewhere. It is kept for a clerk to fetch and never
 * opened here: what it says is no proof.
 */
public final class SentPaper {
    public static final int LARGEST = 5 << 20;

    private static final int LONGEST_NAME = 100;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}/\\\\\"]+");

    /** What may be sent, by its first bytes: a name can say anything. */
    private enum Kind {
        PDF("%PDF-"),
        OFD("PK\u0003\u0004"),
        XML("<"),
        PNG("\u0089PNG"),
        JPEG("\u00ff\u00d8\u00ff");

        private final String begins;

        Kind(String begins) {
            this.begins = begins;
        }

        boolean fits(byte[] content) {
            byte[] first = begins.getBytes(StandardCharsets.ISO_8859_1);
            return content.length > first.length
                    && Arrays.equals(first, 0, first.length, content, 0, first.length);
        }
    }

    private final String name;
    private final byte[] content;

    private SentPaper(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    /**
     * Takes a file.
     *
     * @param name as the sender's machine calls it
     */
    public static SentPaper of(String name, byte[] content) throws FieldException {
        if (content.length > LARGEST) {
            throw new FieldException(
                    "file", "at most " + (LARGEST >> 20) + " MiB", content.length + " bytes");
        }
        byte[] plain = withoutMark(content);
        if (Arrays.stream(Kind.values()).noneMatch(kind -> kind.fits(plain))) {
            throw new FieldException("file", "a PDF, OFD, XML, PNG or JPEG file", "another");
        }
        String clean = CONTROL.matcher(name).replaceAll(" ").strip();
        String shown = clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
        return new SentPaper(shown.isEmpty() ? "file" : shown, content);
    }

    static SentPaper stored(String name, byte[] content) {
        return new SentPaper(name, content);
    }

    /** XML may begin with a byte order mark. */
    private static byte[] withoutMark(byte[] content) {
        boolean marked =
                content.length > 3
                        && (content[0] & 0xff) == 0xef
                        && (content[1] & 0xff) == 0xbb
                        && (content[2] & 0xff) == 0xbf;
        return marked ? Arrays.copyOfRange(content, 3, content.length) : content;
    }

    public String name() {
        return name;
    }

    public byte[] content() {
        return content.clone();
    }

    /** What it is saved as: never by the sender's name, which may hide what it is. */
    public String savedAs(ClaimNumber number) {
        String kind =
                Arrays.stream(Kind.values())
                        .filter(one -> one.fits(withoutMark(content)))
                        .findFirst()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .orElse("bin");
        return number.text() + "." + kind;
    }
}
