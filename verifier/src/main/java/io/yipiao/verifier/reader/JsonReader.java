package io.yipiao.verifier.reader;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Nfc;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads one JSON value (RFC 8259) from UTF-8 bytes into {@link Json}: any spelling, but no repeated
 * names, no fractions, no lone surrogates, nothing after the value, at most 16 levels deep, names
 * of at most 256 characters. Text is brought to NFC.
 */
public final class JsonReader {
    /** How deep objects and lists may nest. */
    public static final int DEPTH = 16;

    private static final int LONGEST_NAME = 256;

    /**
     * Depth and numbers are checked here, where the fault can be named; the parser's own limit on
     * names protects the table it keeps of them.
     */
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH + 1)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxNameLength(LONGEST_NAME)
                                    .build())
                    .build();

    private JsonReader() {}

    /** Reads exactly one value. */
    public static Json read(byte[] utf8) throws FieldException {
        return read(decode(utf8));
    }

    /** Reads exactly one object. */
    public static Json.Members readObject(byte[] utf8) throws FieldException {
        if (read(utf8) instanceof Json.Members object) {
            return object;
        }
        throw new FieldException("json", "an object", "another value");
    }

    private static Json read(String text) throws FieldException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new FieldException("json", "a value", "nothing");
            }
            Json value = value(parser, first, 0);
            if (parser.nextToken() != null) {
                throw new FieldException("json", "nothing after the value", "more text");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new FieldException(
                    "json", "names of at most " + LONGEST_NAME + " characters", reason(e));
        } catch (StreamReadException e) {
            throw new FieldException("json", "well-formed JSON (RFC 8259)", reason(e));
        }
    }

    private static Json value(JsonParser parser, JsonToken token, int depth) throws FieldException {
        if (depth == DEPTH && token.isStructStart()) {
            throw new FieldException(
                    at(parser), "at most " + DEPTH + " levels of nesting", "one more");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, depth + 1);
            case START_ARRAY -> array(parser, depth + 1);
            case VALUE_STRING -> new Json.Text(Nfc.of(at(parser), parser.getString()));
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_TRUE, VALUE_FALSE -> new Json.Flag(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new Json.Nothing();
            case VALUE_NUMBER_FLOAT ->
                    throw new FieldException(
                            at(parser), "a whole number, or a decimal as text", parser.getString());
            default -> throw new FieldException(at(parser), "a value", token.name());
        };
    }

    private static Json object(JsonParser parser, int depth) throws FieldException {
        TreeMap<String, Json> members = new TreeMap<>();
        for (JsonToken next = parser.nextToken();
                next != JsonToken.END_OBJECT;
                next = parser.nextToken()) {
            String name = Nfc.of("json", parser.currentName());
            if (members.put(name, value(parser, parser.nextToken(), depth)) != null) {
                throw new FieldException(name, "each name once", "the name twice");
            }
        }
        return new Json.Members(members);
    }

    private static Json array(JsonParser parser, int depth) throws FieldException {
        List<Json> values = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
                next != JsonToken.END_ARRAY;
                next = parser.nextToken()) {
            values.add(value(parser, next, depth));
        }
        return new Json.Items(values);
    }

    private static Json whole(JsonParser parser) throws FieldException {
        String digits = parser.getString();
        if (digits.length() <= 17) {
            long value = Long.parseLong(digits);
            if (value <= Json.Whole.LARGEST && value >= -Json.Whole.LARGEST) {
                return new Json.Whole(value);
            }
        }
        throw new FieldException(at(parser), "a whole number within 2^53 - 1", digits);
    }

    private static String decode(byte[] utf8) throws FieldException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new FieldException("json", "UTF-8", "bytes that are not UTF-8");
        }
    }

    private static String at(JsonParser parser) {
        String name = parser.currentName();
        return name == null ? "json" : name;
    }

    /** Where the parser stopped; not what stands there, which may be personal. */
    private static String reason(JacksonException fault) {
        TokenStreamLocation place = fault.getLocation();
        return "a fault" + (place == null ? "" : " at character " + (place.getCharOffset() + 1));
    }
}
