package io.yipiao.gateway.web;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.session.Back;
import io.yipiao.verifier.bill.FieldException;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Paths to come back to, which a visitor's browser hands us and which must be ours. */
public final class WayBack {
    private static final Pattern SAID = Pattern.compile("[?&]said=[a-z-]*");

    private WayBack() {}

    /** The path if it is ours, else the first page. */
    public static String to(String path) {
        try {
            return Back.of(path).path();
        } catch (FieldException e) {
            return "/";
        }
    }

    /** The page that a form stands on: its own path, or the next above it that can be opened. */
    static String ofForm(String path) {
        String above = path.replaceAll("[?].*", "");
        while (!above.isEmpty() && !canBeOpened(above)) {
            above = above.substring(0, above.lastIndexOf('/'));
        }
        return above.isEmpty() ? "/" : above;
    }

    private static boolean canBeOpened(String path) {
        return Arrays.stream(Page.values())
                .filter(page -> page.method().equals("GET"))
                .anyMatch(page -> path.matches(page.path().replaceAll("[{][a-z]+[}]", "[^/]+")));
    }

    /** The same without what was said once. */
    static String withoutSaid(String path) {
        return SAID.matcher(path).replaceAll("");
    }
}
