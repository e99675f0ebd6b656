package io.yipiao.gateway.web;

import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The cookies we set: never read by scripts, never sent by another site's forms, over TLS only
 * where we have it.
 */
public final class Cookies {
    /** Proves that a form was ours: the form bears its digest, which no other site can know. */
    static final String VISIT = "visit";

    /** Who signed in. */
    public static final String SESSION = "session";

    /** The text of the bill that was looked at last, so that signing in does not lose it. */
    public static final String BILL = "bill";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LABEL = "yipiao/form/1 ";
    private static final int BITS = 128;
    private static final int YEAR = 365 * 24 * 3600;

    private final boolean secure;

    Cookies(boolean secure) {
        this.secure = secure;
    }

    /** A cookie that the browser forgets when it is closed. */
    public String forNow(String name, String value) {
        return name + "=" + value + attributes();
    }

    /** A cookie that stays. */
    public String forAYear(String name, String value) {
        return forNow(name, value) + "; Max-Age=" + YEAR;
    }

    /** Takes a cookie away. */
    public String gone(String name) {
        return forNow(name, "") + "; Max-Age=0";
    }

    /** Another visit, for whoever signs in or out: forms from before are no longer ours. */
    public String newVisit() {
        return forNow(VISIT, draw());
    }

    static String draw() {
        byte[] bits = new byte[BITS / 8];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** What forms bear of a visit. */
    static String token(String visit) {
        return Sm3.of((LABEL + visit).getBytes(StandardCharsets.UTF_8)).hex();
    }

    static boolean matches(String visit, String token) {
        return MessageDigest.isEqual(
                token(visit).getBytes(StandardCharsets.US_ASCII),
                token.getBytes(StandardCharsets.UTF_8));
    }

    private String attributes() {
        return "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }
}
