package io.yipiao.gateway.access;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token as its owner holds it: {@code yipiao_} and 256 random bits in hexadecimal. It prints
 * nothing of itself.
 */
public final class TokenText {
    private static final int LENGTH = 32;
    private static final Pattern SHAPE = Pattern.compile("yipiao_[0-9a-f]{64}");
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+)");

    private final String text;

    private TokenText(String text) {
        this.text = text;
    }

    static TokenText generate(SecureRandom random) {
        byte[] bits = new byte[LENGTH];
        random.nextBytes(bits);
        return new TokenText("yipiao_" + Hex.write(bits));
    }

    /** Reads an Authorization header (RFC 6750, 2.1); empty if it holds nothing of the shape. */
    static Optional<TokenText> ofHeader(String authorization) {
        var parts = BEARER.matcher(authorization.strip());
        return parts.matches() && SHAPE.matcher(parts.group(1)).matches()
                ? Optional.of(new TokenText(parts.group(1)))
                : Optional.empty();
    }

    /** The text, to be shown once. */
    public String reveal() {
        return text;
    }

    /** What is stored instead. */
    Digest hash() {
        return Sm3.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "TokenText";
    }
}
