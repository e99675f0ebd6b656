package io.yipiao.verifier.qr;

import io.yipiao.verifier.bill.FieldException;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whose page a QR code opens: {@code HTTPS://} and a host of at most 38 characters (RFC 1123 names,
 * perhaps with a port), or {@code HTTP://127.0.0.1:PORT} for the demonstration on one machine. It
 * is no part of what the seal covers.
 *
 * @param text the origin in upper case, which keeps the symbol alphanumeric
 */
public record QrOrigin(String text) {
    /** A longer host would need a larger symbol than version 13 at level Q. */
    public static final int LONGEST_HOST = 38;

    private static final String LABEL = "[A-Z0-9](?:[A-Z0-9-]*[A-Z0-9])?";
    private static final Pattern HOST =
            Pattern.compile(LABEL + "(\\." + LABEL + ")*(:[1-9][0-9]{0,4})?");
    private static final Pattern LOOPBACK = Pattern.compile("127\\.0\\.0\\.1:[1-9][0-9]{0,4}");
    private static final String SECURE = "HTTPS://";
    private static final String PLAIN = "HTTP://";

    public QrOrigin {
        if (!isSpelledRight(text)) {
            throw new IllegalArgumentException("not an origin of a QR code: " + text);
        }
    }

    /** The origin of a host, written in any case. */
    public static QrOrigin ofHost(String host) throws FieldException {
        return of(SECURE + host);
    }

    /** Reads an origin written in any case: browsers lower scheme and host. */
    public static QrOrigin of(String origin) throws FieldException {
        // Only ASCII letters have a second case here; others, such as the long s, would become one.
        boolean ascii = origin.chars().allMatch(unit -> unit < 0x80);
        String upper = origin.toUpperCase(Locale.ROOT);
        if (!ascii || !isSpelledRight(upper)) {
            throw new FieldException(
                    "origin",
                    "HTTPS:// and a host of at most 38 characters, or HTTP://127.0.0.1:PORT",
                    origin);
        }
        return new QrOrigin(upper);
    }

    /** The host, with its port if it has one, in lower case as people write it. */
    public String host() {
        return text.substring(text.indexOf("//") + 2).toLowerCase(Locale.ROOT);
    }

    private static boolean isSpelledRight(String text) {
        if (text.startsWith(SECURE)) {
            String host = text.substring(SECURE.length());
            return host.length() <= LONGEST_HOST && HOST.matcher(host).matches();
        }
        return text.startsWith(PLAIN) && LOOPBACK.matcher(text.substring(PLAIN.length())).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
