package io.yipiao.gateway.web.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of CSV (RFC 4180) in UTF-8. A cell that a spreadsheet would take for a formula begins with
 * an apostrophe, so that it stays text (OWASP, CSV injection).
 */
final class Csv {
    /** A byte order mark: without it spreadsheets take UTF-8 for the local encoding. */
    static final byte[] BEGIN = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*");

    private Csv() {}

    static byte[] line(String... cells) {
        return Arrays.stream(cells)
                .map(Csv::cell)
                .collect(Collectors.joining(",", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String text) {
        String plain = FORMULA.matcher(text).matches() ? "'" + text : text;
        return plain.matches("(?s).*[\",\\r\\n].*")
                ? '"' + plain.replace("\"", "\"\"") + '"'
                : plain;
    }
}
