package io.yipiao.gateway.http;

import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.json.schema.OutputUnit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns what a JSON schema (2020-12) finds fault with into fields, expectations and findings. */
final class SchemaFaults {
    private static final int LONGEST = 80;

    /** Keywords that only pass on what another found. */
    private static final Set<String> WRAPPERS =
            Set.of("$ref", "properties", "items", "allOf", "anyOf", "if", "else");

    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");

    private SchemaFaults() {}

    /** The faults of a value; none if it is valid. */
    static List<FieldError> of(OutputUnit result, Object value) {
        List<FieldError> faults = new ArrayList<>();
        if (Boolean.TRUE.equals(result.getValid()) || result.getErrors() == null) {
            return faults;
        }
        Set<String> known = known(result);
        for (OutputUnit unit : result.getErrors()) {
            String where = unit.getKeywordLocation();
            String keyword = keyword(unit);
            // A known field with a fault inside is called additional too. Inside oneOf each
            // alternative complains; the whole says it once.
            boolean echo =
                    keyword.equals("additionalProperties")
                            && known.contains(unit.getInstanceLocation());
            if (!echo && !WRAPPERS.contains(keyword) && !where.contains("/oneOf/")) {
                faults.add(fault(keyword, unit, value));
            }
        }
        return faults;
    }

    private static Set<String> known(OutputUnit result) {
        return result.getErrors().stream()
                .filter(unit -> keyword(unit).equals("properties"))
                .map(OutputUnit::getInstanceLocation)
                .collect(Collectors.toSet());
    }

    private static String keyword(OutputUnit unit) {
        String where = unit.getKeywordLocation();
        return where.substring(where.lastIndexOf('/') + 1);
    }

    private static FieldError fault(String keyword, OutputUnit unit, Object value) {
        String pointer = unit.getInstanceLocation().replaceFirst("^#", "");
        String field = field(pointer);
        return switch (keyword) {
            case "required" -> {
                String name = quoted(unit.getError());
                String full = field.equals("body") ? name : field + "." + name;
                yield new FieldError(full, "a value", "nothing");
            }
            case "additionalProperties" ->
                    new FieldError(field, "no such field", found(pointer, value));
            case "oneOf" ->
                    new FieldError(field, "exactly one of its forms", "none, or several of them");
            case "enum" ->
                    new FieldError(
                            field,
                            "one of "
                                    + unit.getError()
                                            .replaceFirst("^.*any of ", "")
                                            .replaceAll("[\\[\\]\"]", "")
                                            .replace(",", ", "),
                            found(pointer, value));
            default -> new FieldError(field, expected(unit.getError()), found(pointer, value));
        };
    }

    /** {@code /lines/3/amount} is {@code lines[3].amount}. */
    private static String field(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String part : pointer.split("/", -1)) {
            if (part.matches("[0-9]+")) {
                path.append('[').append(part).append(']');
            } else if (!part.isEmpty()) {
                path.append(path.isEmpty() ? "" : ".").append(part);
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String found(String pointer, Object value) {
        Object there = pointer.isEmpty() ? value : JsonPointer.from(pointer).queryJson(value);
        String text = String.valueOf(there);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String quoted(String sentence) {
        var quotes = QUOTED.matcher(sentence);
        return quotes.find() ? quotes.group(1) : sentence;
    }

    private static String expected(String sentence) {
        return sentence.replaceFirst("^Instance type .* is invalid. Expected ", "")
                .replaceFirst("^String does not match pattern ", "text of the pattern ");
    }
}
