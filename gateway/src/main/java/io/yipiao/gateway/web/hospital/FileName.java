package io.yipiao.gateway.web.hospital;

import java.util.regex.Pattern;

/** A file's name as a visitor's machine gave it: without folders and without what does not show. */
final class FileName {
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");
    private static final int LONGEST = 80;

    private FileName() {}

    static String of(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String shown = HIDDEN.matcher(last).replaceAll("").strip();
        int length = shown.codePointCount(0, shown.length());
        return length <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
