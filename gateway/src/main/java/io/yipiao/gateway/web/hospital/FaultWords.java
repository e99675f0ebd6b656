package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.web.FieldWords;
import io.yipiao.gateway.web.Frame;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says faults of bills, which the reader tells in English and by path, in a page's language. */
final class FaultWords {
    private static final Pattern OF_UPLOAD =
            Pattern.compile(
                    "line (\\d+): (\\S+): expected (.+?), found (.*?)(\\."
                            + " (Ask|Correct|Record|Take|Put) .*)?",
                    Pattern.DOTALL);
    private static final Pattern AT_LINE = Pattern.compile("line (\\d+): (.*)", Pattern.DOTALL);
    private static final Pattern FEN = Pattern.compile("(\\d{1,12}) fen");
    private static final Pattern IN_FEN =
            Pattern.compile("(total|payments|categoryTotals\\.\\d\\d)");

    /** By the first words of an advice; what begins otherwise is a year's. */
    private static final Map<String, String> ADVICE =
            Map.of(
                    "Correct", "hospital.fault.correct",
                    "Record", "hospital.fault.paper",
                    "Ask Finance", "hospital.fault.series",
                    "Take back", "hospital.fault.replaced",
                    "Put no", "hospital.fault.taken-back");

    private FaultWords() {}

    /** A refused line, from the JSON that answered it. */
    static FaultRow of(String outcome, Frame frame) {
        try {
            Json.Members line = Jcs.parseObject(outcome.getBytes(StandardCharsets.UTF_8));
            Json.Members error = line.items("errors").objects("errors").getFirst();
            String field = error.text("field");
            return new FaultRow(
                    line.whole("line"),
                    line.has("identity") ? line.object("identity").text("number") : "",
                    FieldWords.of(field, frame),
                    expected(error.text("expected"), frame),
                    found(field, error.text("found"), frame),
                    advice(error.text("advice"), frame));
        } catch (FieldException e) {
            throw new IllegalStateException("a stored outcome does not read: " + e.field(), e);
        }
    }

    private static String advice(String english, Frame frame) {
        return frame.say(
                ADVICE.entrySet().stream()
                        .filter(entry -> english.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("hospital.fault.year"));
    }

    /** Why an upload was refused whole. */
    static String ofUpload(String why, Frame frame) {
        Matcher parts = OF_UPLOAD.matcher(why);
        return parts.matches()
                ? frame.say(
                        "hospital.fault.sentence",
                        parts.group(1),
                        FieldWords.of(parts.group(2), frame),
                        expected(parts.group(3), frame),
                        found(parts.group(2), parts.group(4), frame))
                : frame.say("hospital.fault.unsaid", unsaid(why, frame));
    }

    /** What is wrong with the file as a whole, and at which line that showed. */
    private static String unsaid(String why, Frame frame) {
        Matcher parts = AT_LINE.matcher(why);
        return parts.matches()
                ? frame.say("hospital.fault.at", parts.group(1), expected(parts.group(2), frame))
                : expected(why, frame);
    }

    private static String found(String field, String found, Frame frame) {
        if (IN_FEN.matcher(field).matches() && found.matches("\\d{1,12}")) {
            return frame.yuan(new Fen(Long.parseLong(found)));
        }
        return expected(found, frame);
    }

    /** What was expected; a sentence that has no translation yet stays as it is. */
    static String expected(String english, Frame frame) {
        return frame.english()
                ? FEN.matcher(english).replaceAll(fen -> yuan(fen.group(1), frame))
                : ExpectedWords.inChinese(english, frame::yuan);
    }

    private static String yuan(String fen, Frame frame) {
        return Matcher.quoteReplacement(frame.yuan(new Fen(Long.parseLong(fen))));
    }
}
