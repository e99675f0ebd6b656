package io.yipiao.verifier.qr;

import io.yipiao.verifier.bill.FieldException;

import java.util.Optional;

/**
 * A QR code's text: {@code HTTPS://HOST/Q/} and the payload in Base32 (RFC 4648, upper case,
 * unpadded, unused bits zero; 285 or 303 characters), at most 352 characters in all, which is what
 * a QR symbol of version 13 holds at level Q in its alphanumeric mode.
 *
 * <p>Read are the text itself, the same with scheme and host in another case (a browser lowers
 * them), and the path {@code /Q/…} alone (what a server is asked for). The payload has one
 * spelling, in upper case: no browser changes the case of a path, and two spellings of one code
 * would be two keys in every log and look-up. A desk whose scanner lowers letters raises them
 * before it asks, as {@link FaceReader} does.
 *
 * @param origin whose page it opens; empty if read from a path alone
 * @param payload what it carries
 */
public record QrText(Optional<QrOrigin> origin, QrPayload payload) {
    /** What stands between origin and payload. */
    public static final String PATH = "/Q/";

    /** Characters of the longest text. */
    public static final int LONGEST = 352;

    public static QrText of(QrOrigin origin, QrPayload payload) {
        return new QrText(Optional.of(origin), payload);
    }

    /**
     * Reads a text or a path, all of whose characters must be used.
     *
     * @throws FieldException on field {@code text} if it is no text of ours at all, on {@code
     *     origin} or {@code base32} for its parts, else as {@link QrPayload#parse}
     */
    public static QrText parse(String text) throws FieldException {
        int path = text.indexOf(PATH);
        if (path < 0 || text.length() > LONGEST) {
            throw new FieldException("text", "HTTPS://HOST/Q/ and Base32", text);
        }
        Optional<QrOrigin> origin =
                path == 0 ? Optional.empty() : Optional.of(QrOrigin.of(text.substring(0, path)));
        byte[] payload = Base32.read("base32", text.substring(path + PATH.length()));
        return new QrText(origin, QrPayload.parse(payload));
    }

    /** The path that a phone's browser asks for. */
    public String path() {
        return PATH + Base32.write(payload.bytes());
    }

    /** The whole text; only the path if there is no origin. */
    public String text() {
        return origin.map(QrOrigin::text).orElse("") + path();
    }

    @Override
    public String toString() {
        return text();
    }
}
