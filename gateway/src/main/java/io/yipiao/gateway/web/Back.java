package io.yipiao.gateway.web;

import java.util.regex.Pattern;

/** Paths to come back to, which a visitor's browser hands us and which must be ours. */
public final class Back {
    /** Of this host: one slash, then nothing that a browser could take for another host. */
    private static final Pattern OURS =
            Pattern.compile("/(?:[A-Za-z0-9._~%-][A-Za-z0-9._~%/?&=-]*)?");

    private static final Pattern SAID = Pattern.compile("[?&]said=[a-z-]*");
    private static final int LONGEST = 500;

    private Back() {}

    /** The path if it is ours, else the first page. */
    public static String to(String path) {
        return path.length() <= LONGEST && OURS.matcher(path).matches() ? path : "/";
    }

    /** The same without what was said once. */
    static String withoutSaid(String path) {
        return SAID.matcher(path).replaceAll("");
    }
}
