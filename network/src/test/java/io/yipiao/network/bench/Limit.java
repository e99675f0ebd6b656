package io.yipiao.network.bench;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a ratio must not leave.
 *
 * @param line by its id
 * @param beside the baseline's label
 */
record Limit(String line, String beside, double least, double most) {

    /** Every ratio of a line of the table that left its limits, in words. */
    static List<String> outside(Json.Members line) throws FieldException, IOException {
        List<String> outside = new ArrayList<>();
        double ours = Double.parseDouble(line.object("ours").text("median"));
        for (Json.Members beside : line.items("beside").objects("beside")) {
            double ratio = ours / Double.parseDouble(beside.text("median"));
            for (Limit limit : all()) {
                if (limit.line.equals(line.text("id"))
                        && limit.beside.equals(beside.text("label"))
                        && (ratio < limit.least || ratio > limit.most)) {
                    outside.add("%s: %.3f × %s".formatted(limit.line, ratio, limit));
                }
            }
        }
        return outside;
    }

    private static List<Limit> all() throws IOException {
        try (InputStream in = Limit.class.getResourceAsStream("/limits.csv")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(row -> !row.startsWith("#") && !row.isBlank())
                    .map(Limit::read)
                    .toList();
        }
    }

    private static Limit read(String row) {
        String[] cells = row.split("\\|", -1);
        return new Limit(
                cells[0], cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
    }
}
