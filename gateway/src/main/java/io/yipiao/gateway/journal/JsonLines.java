package io.yipiao.gateway.journal;

import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Formats a record as one line: {@code {"at", "level", "from", "message", "request"?, "error"?,
 * "trace"?}} and the message's named values.
 */
final class JsonLines extends Formatter {
    private static final int FRAMES = 24;

    @Override
    public String format(LogRecord record) {
        SortedMap<String, Json> line = new TreeMap<>();
        line.put("at", new Json.Text(record.getInstant().toString()));
        line.put("level", new Json.Text(record.getLevel().getName()));
        line.put("from", new Json.Text(String.valueOf(record.getLoggerName())));
        line.put("message", text(formatMessage(record)));
        Journal.request().ifPresent(id -> line.put("request", new Json.Text(id)));
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            line.put("error", text(chain(thrown)));
            line.put("trace", frames(thrown));
        }
        Object[] parameters = record.getParameters();
        if (parameters != null && parameters.length == 1 && parameters[0] instanceof Map<?, ?> m) {
            m.forEach((name, value) -> putBeside(line, String.valueOf(name), value(value)));
        }
        return Jcs.text(new Json.Members(line)) + "\n";
    }

    /** A value whose name is one of ours gets another: a journal does not fail. */
    private static void putBeside(SortedMap<String, Json> line, String name, Json value) {
        line.put(line.containsKey(name) ? name + "_" : name, value);
    }

    private static Json value(Object value) {
        return switch (value) {
            case Integer number -> new Json.Whole(number);
            case Long number when Math.abs(number) <= Json.Whole.LARGEST -> new Json.Whole(number);
            case Boolean flag -> new Json.Flag(flag);
            default -> text(String.valueOf(value));
        };
    }

    private static String chain(Throwable thrown) {
        StringBuilder all = new StringBuilder(thrown.toString());
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            all.append(" because ").append(cause);
        }
        return all.toString();
    }

    private static Json.Items frames(Throwable thrown) {
        List<Json> frames = new ArrayList<>();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frames.size() == FRAMES) {
                break;
            }
            frames.add(new Json.Text(frame.toString()));
        }
        return new Json.Items(frames);
    }

    private static Json.Text text(String raw) {
        return new Json.Text(Normalizer.normalize(Mask.over(raw), Normalizer.Form.NFC));
    }
}
