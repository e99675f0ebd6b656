package io.yipiao.verifier.canonical;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;

/**
 * The JSON Canonicalization Scheme, RFC 8785, for the values of {@link Json}: no white space, names
 * sorted by UTF-16 units, the shortest escapes, whole numbers as digits.
 */
public final class Jcs {
    private static final String HEX = "0123456789abcdef";

    private Jcs() {}

    /** The canonical bytes of a value. */
    public static byte[] bytes(Json value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical text of a value. */
    public static String text(Json value) {
        StringBuilder out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    /** Reads a value, accepting its canonical spelling only. */
    public static Json parse(byte[] canonical) throws FieldException {
        Json value = JsonReader.read(canonical);
        if (!Arrays.equals(bytes(value), canonical)) {
            throw new FieldException("json", "canonical JSON (RFC 8785)", "another spelling");
        }
        return value;
    }

    /** Reads an object, accepting its canonical spelling only. */
    public static Json.Members parseObject(byte[] canonical) throws FieldException {
        if (parse(canonical) instanceof Json.Members object) {
            return object;
        }
        throw new FieldException("json", "an object", "another value");
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case Json.Text text -> quote(text.value(), out);
            case Json.Whole number -> out.append(number.value());
            case Json.Flag flag -> out.append(flag.value());
            case Json.Nothing nothing -> out.append("null");
            case Json.Items items -> items(items, out);
            case Json.Members members -> members(members, out);
        }
    }

    private static void items(Json.Items items, StringBuilder out) {
        out.append('[');
        for (Iterator<Json> i = items.values().iterator(); i.hasNext(); ) {
            write(i.next(), out);
            out.append(i.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static void members(Json.Members members, StringBuilder out) {
        out.append('{');
        for (Iterator<Map.Entry<String, Json>> i = members.values().entrySet().iterator();
                i.hasNext(); ) {
            Map.Entry<String, Json> member = i.next();
            quote(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            out.append(i.hasNext() ? "," : "");
        }
        out.append('}');
    }

    /**
     * RFC 8785, 3.2.2.2: two-character escapes where JSON has them, hexadecimal ones for other
     * controls.
     */
    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (unit < 0x20) {
                        out.append("\\u00")
                                .append(HEX.charAt(unit >> 4))
                                .append(HEX.charAt(unit & 15));
                    } else {
                        out.append(unit);
                    }
                }
            }
        }
        out.append('"');
    }
}
