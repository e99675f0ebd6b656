package io.yipiao.gateway.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The demonstration's own tables: commas, no quotes, names of columns first, notes behind #. */
record Csv(Map<String, String> cells) {

    /** All rows of a table in order. */
    static List<Csv> read(String file) {
        List<String> lines;
        try (InputStream in = Csv.class.getResourceAsStream("/demonstration/" + file)) {
            String text =
                    new String(
                            Objects.requireNonNull(in, file).readAllBytes(),
                            StandardCharsets.UTF_8);
            lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> names = List.of(lines.getFirst().split(","));
        return lines.stream().skip(1).map(line -> row(names, line)).toList();
    }

    private static Csv row(List<String> names, String line) {
        String[] values = line.split(",", names.size());
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            cells.put(names.get(i), values[i]);
        }
        return new Csv(cells);
    }

    /** What stands in a column; empty if nothing does. */
    String text(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }

    int number(String column, int otherwise) {
        return text(column).isEmpty() ? otherwise : Integer.parseInt(text(column));
    }
}
