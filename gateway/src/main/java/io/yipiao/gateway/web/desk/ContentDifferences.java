package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.web.FieldWords;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Row;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.verdict.BillDifference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where two sealed contents of one number differ, field by field. Of an identity number only the
 * tail is shown, of diagnoses only that they differ: those are opened elsewhere, and noted.
 */
final class ContentDifferences {
    /** A page that lists more helps nobody; a bill has up to 5,000 lines of 12 fields. */
    static final int MOST = 200;

    private static final int TAIL = 4;
    private static final Pattern IN_FEN =
            Pattern.compile("total|payments\\.[a-z]+|categoryTotals\\.\\d\\d");

    private ContentDifferences() {}

    static List<Row> of(Bill one, Bill other, Frame frame) {
        List<BillDifference> all = BillDifference.between(one, other);
        List<Row> rows = new ArrayList<>();
        for (BillDifference difference : all.subList(0, Math.min(MOST, all.size()))) {
            String path = difference.path();
            rows.add(
                    Row.differing(
                            FieldWords.of(path, frame),
                            value(path, difference.first(), frame),
                            value(path, difference.second(), frame)));
        }
        if (all.size() > MOST) {
            rows.add(
                    Row.of(
                            frame.say("desk.conflict.more"),
                            frame.say("desk.conflict.more.count", all.size() - MOST)));
        }
        return List.copyOf(rows);
    }

    private static String value(String path, String json, Frame frame) {
        if (json.isEmpty()) {
            return frame.say("desk.conflict.none");
        }
        if (path.startsWith("encounter.diagnoses")) {
            return frame.say("desk.conflict.hidden");
        }
        return switch (read(json)) {
            case Json.Text(String text) when path.equals("patient.idNumber") ->
                    frame.say("desk.tail", text.substring(Math.max(0, text.length() - TAIL)));
            case Json.Text(String text) -> text;
            case Json.Members line when path.startsWith("lines") -> line(line);
            default -> IN_FEN.matcher(path).matches() ? yuan(json, frame) : json;
        };
    }

    /** A fee line that one content has and the other has not. */
    private static String line(Json.Members line) {
        try {
            return line.text("name") + " × " + line.text("quantity") + " ¥" + line.text("amount");
        } catch (FieldException e) {
            throw new IllegalStateException("a fee line's JSON does not read", e);
        }
    }

    private static String yuan(String fen, Frame frame) {
        return frame.yuan(new Fen(Long.parseLong(fen)));
    }

    private static Json read(String json) {
        try {
            return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (FieldException e) {
            throw new IllegalStateException("a bill's JSON does not read", e);
        }
    }
}
