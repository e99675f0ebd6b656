package io.yipiao.gateway.benefit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A table of policy data: UTF-8; lines that begin with # say where it comes from; the first other
 * line names the columns; then one row a line, cells parted by commas, without quotation. Simpler
 * than RFC 4180 on purpose: what a person edits by hand has one spelling only.
 */
public final class Table {
    private Table() {}

    /** Reads one value; what it refuses is told with file and line. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws TableException;
    }

    /** Reads a value from each row, in the table's order. */
    public static <T> List<T> read(
            TableSource source, String file, String columns, RowReader<T> reader)
            throws TableException {
        List<T> values = new ArrayList<>();
        for (Row row : rows(file, source.open(file), List.of(columns.split(",", -1)))) {
            values.add(reader.read(row));
        }
        return values;
    }

    /** Reads values of which no two may have the same key. */
    static <K, T> Map<K, T> byKey(
            TableSource source,
            String file,
            String columns,
            RowReader<T> reader,
            Function<T, K> key)
            throws TableException {
        Map<K, T> values = new LinkedHashMap<>();
        Set<K> keys = new HashSet<>();
        read(
                source,
                file,
                columns,
                row -> {
                    T value = reader.read(row);
                    if (!keys.add(key.apply(value))) {
                        throw row.fault(row.firstColumn(), "each row once", "a row twice");
                    }
                    values.put(key.apply(value), value);
                    return value;
                });
        return values;
    }

    private static List<Row> rows(String file, byte[] utf8, List<String> columns)
            throws TableException {
        List<Row> rows = new ArrayList<>();
        boolean named = false;
        int number = 0;
        for (String line : text(file, utf8).split("\r?\n", -1)) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (named) {
                rows.add(new Row(file, number, columns, line));
            } else if (line.equals(String.join(",", columns))) {
                named = true;
            } else {
                throw new TableException(file, number, "columns", String.join(",", columns), line);
            }
        }
        if (rows.isEmpty()) {
            throw new TableException(file, number, "rows", "one or more", "none");
        }
        return rows;
    }

    private static String text(String file, byte[] utf8) throws TableException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new TableException(file, 1, "text", "UTF-8", "bytes that are not UTF-8");
        }
    }
}
