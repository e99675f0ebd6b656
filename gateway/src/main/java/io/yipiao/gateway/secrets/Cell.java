package io.yipiao.gateway.secrets;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where a value stands in the database. What is encrypted for one cell opens in no other.
 *
 * @param column table and column: {@code bill.patient_name}
 * @param row the row's key, of any text
 */
public record Cell(String column, String row) {
    private static final Pattern COLUMN = Pattern.compile("[a-z0-9_]+\\.[a-z0-9_]+");

    public Cell {
        if (!COLUMN.matcher(column).matches()) {
            throw new IllegalArgumentException("expected table.column, found " + column);
        }
    }

    /** {@code column|row}, which no other cell has. */
    byte[] bytes() {
        return (column + "|" + row).getBytes(StandardCharsets.UTF_8);
    }
}
