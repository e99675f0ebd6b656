package io.yipiao.network.bench;

import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All lines of a bench, as a table in Markdown, which is what a terminal shows as well.
 *
 * @param machine what it was measured on
 */
public record Table(String machine, Scale scale, List<Line> lines) {
    private static final String HEAD =
            """
            | row | ours | beside it | ratio | first mark | heading |
            | --- | --- | --- | --- | --- | --- |
            """;

    public Table {
        lines = List.copyOf(lines);
    }

    public String markdown() {
        return machine
                + ", scale "
                + scale.name()
                + ".\n\n"
                + HEAD
                + lines.stream().map(Table::row).collect(Collectors.joining());
    }

    public String json() {
        return Jcs.text(
                        Json.object()
                                .put("machine", machine)
                                .put("scale", scale.name())
                                .put("lines", lines.stream().map(Line::json).toList())
                                .end())
                + "\n";
    }

    private static String row(Line line) {
        String mark = line.mark() + (line.reached() ? "" : " **missed**");
        if (line.beside().isEmpty()) {
            return "| %s | %s | – | – | %s | %s |\n"
                    .formatted(line.title(), line.ours().words(), mark, line.goal().heading());
        }
        StringBuilder rows = new StringBuilder();
        boolean first = true;
        for (Ratio ratio : line.ratios()) {
            Series other = ratio.beside();
            rows.append(
                    "| %s | %s | %s: %s | %s | %s | %s |\n"
                            .formatted(
                                    first ? line.title() : "",
                                    first ? line.ours().words() : "",
                                    other.label(),
                                    other.unit().write(other.median()),
                                    ratio.words(),
                                    first ? mark : "",
                                    first ? line.goal().heading() : ""));
            first = false;
        }
        return rows.toString();
    }
}
