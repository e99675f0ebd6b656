package io.yipiao.gateway.journal;

import java.util.regex.Pattern;

/** Hides what may be personal in text that a library or an exception made up. */
final class Mask {
    private static final String NO_HEX_BEFORE = "(?<![0-9A-Za-z])";
    private static final String NO_HEX_AFTER = "(?![0-9A-Za-z])";

    /** Identity and bank card numbers, and mobile telephones. */
    private static final Pattern NUMBER =
            Pattern.compile(NO_HEX_BEFORE + "([0-9]{14,29}[0-9Xx]|1[3-9][0-9]{9})" + NO_HEX_AFTER);

    private static final Pattern QR = Pattern.compile("(?i)/Q/[A-Z2-7]{8,}");

    private Mask() {}

    static String over(String text) {
        return QR.matcher(NUMBER.matcher(text).replaceAll("***")).replaceAll("/Q/***");
    }
}
