package io.yipiao.gateway.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a visitor filled in. Text is stripped, control characters are gone; nothing is trusted. */
public final class Form {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]+");
    private static final Pattern NOT_KEPT = Pattern.compile("csrf|password|confirm|old|again");
    private static final int MOST_FIELDS = 2_000;

    private final Map<String, List<String>> fields;

    Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    static Form empty() {
        return new Form(Map.of());
    }

    /**
     * Reads {@code application/x-www-form-urlencoded}.
     *
     * @throws IllegalFormException if an escape is broken or there are too many fields
     */
    public static Form ofUrlEncoded(byte[] body) throws IllegalFormException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String text = new String(body, StandardCharsets.UTF_8);
        String[] pairs = text.isEmpty() ? new String[0] : text.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw new IllegalFormException("more than " + MOST_FIELDS + " fields");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            fields.computeIfAbsent(decoded(name), any -> new ArrayList<>()).add(decoded(value));
        }
        return new Form(fields);
    }

    /** What stands in a field; empty if it is not there. */
    public String text(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : clean(values.getFirst());
    }

    /** What stands in a field as it was typed, for passwords. */
    public String raw(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** All that was ticked under a name. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream().map(Form::clean).toList();
    }

    /** Text as a scanner or an input method of full-width characters may send it, made plain. */
    public String code(String name) {
        return Normalizer.normalize(text(name), Normalizer.Form.NFKC);
    }

    /** Everything as it was typed, but for passwords and what each page adds by itself. */
    public List<Map.Entry<String, String>> kept() {
        return fields.entrySet().stream()
                .filter(field -> !NOT_KEPT.matcher(field.getKey()).matches())
                .flatMap(field ->
                        field.getValue().stream().map(value -> Map.entry(field.getKey(), value)))
                .toList();
    }

    private static String clean(String text) {
        return CONTROL.matcher(text).replaceAll("").strip();
    }

    private static String decoded(String text) throws IllegalFormException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalFormException("a broken escape");
        }
    }
}
