package io.yipiao.gateway.web.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/** Lines of CSV. */
class CsvTest {
    @Test
    void cells_are_quoted_where_they_must_be() {
        assertEquals("a,\"b,c\",\"d\"\"e\",,一票\r\n", line("a", "b,c", "d\"e", "", "一票"));
        assertEquals("\"a\nb\"\r\n", line("a\nb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1", "=1\n2"})
    void what_a_spreadsheet_would_compute_stays_text(String text) {
        assertEquals("'" + text, line(text).strip().replace("\"", ""));
    }

    private static String line(String... cells) {
        return new String(Csv.line(cells), StandardCharsets.UTF_8);
    }
}
