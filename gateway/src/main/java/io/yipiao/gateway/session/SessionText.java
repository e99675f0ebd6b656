package io.yipiao.gateway.session;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser holds of a session: 256 random bits in base64url. It prints nothing of itself. */
public final class SessionText {
    private static final int LENGTH = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private SessionText(String text) {
        this.text = text;
    }

    static SessionText generate(SecureRandom random) {
        byte[] bits = new byte[LENGTH];
        random.nextBytes(bits);
        return new SessionText(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Reads a cookie's value; empty if it has not the shape. */
    static Optional<SessionText> ofCookie(String text) {
        return SHAPE.matcher(text).matches()
                ? Optional.of(new SessionText(text))
                : Optional.empty();
    }

    /** The text, for the cookie. */
    public String reveal() {
        return text;
    }

    /** What is stored instead. */
    Digest hash() {
        return Sm3.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "SessionText";
    }
}
