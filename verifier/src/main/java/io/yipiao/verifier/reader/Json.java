package io.yipiao.verifier.reader;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Nfc;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value of our formats: text in Unicode NFC, whole numbers within ±(2^53 − 1), the rest as
 * in RFC 8259. Fractions are not values here; formats carry them as decimal text.
 */
public sealed interface Json {

    /** Text in NFC, without lone surrogates. */
    record Text(String value) implements Json {
        public Text {
            check(value);
        }
    }

    /** A whole number that every JSON implementation reads exactly. */
    record Whole(long value) implements Json {
        /** 2^53 − 1, RFC 8785's (and I-JSON's, RFC 7493, 2.2) largest exact integer. */
        public static final long LARGEST = (1L << 53) - 1;

        public Whole {
            if (value > LARGEST || value < -LARGEST) {
                throw new IllegalArgumentException("beyond 2^53 - 1: " + value);
            }
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Json {}

    /** The JSON null. */
    record Nothing() implements Json {}

    /** An array. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }

        /** Its values, which must all be objects. */
        public List<Members> objects(String field) throws FieldException {
            List<Members> objects = new ArrayList<>(values.size());
            for (Json value : values) {
                if (!(value instanceof Members object)) {
                    throw new FieldException(field, "objects only", nameOf(value));
                }
                objects.add(object);
            }
            return objects;
        }

        /** Its values, which must all be text. */
        public List<String> texts(String field) throws FieldException {
            List<String> texts = new ArrayList<>(values.size());
            for (Json value : values) {
                if (!(value instanceof Text text)) {
                    throw new FieldException(field, "text only", nameOf(value));
                }
                texts.add(text.value());
            }
            return texts;
        }
    }

    /** An object, its names in the order of their UTF-16 units (RFC 8785, 3.2.3). */
    record Members(SortedMap<String, Json> values) implements Json {
        public Members {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
            values.keySet().forEach(Json::check);
        }

        /** The member, which must be there. */
        public Json required(String name) throws FieldException {
            Json value = values.get(name);
            if (value == null) {
                throw new FieldException(name, "a value", "nothing");
            }
            return value;
        }

        /** Whether the member is there and not null. */
        public boolean has(String name) {
            return values.containsKey(name) && !(values.get(name) instanceof Nothing);
        }

        public String text(String name) throws FieldException {
            if (required(name) instanceof Text text) {
                return text.value();
            }
            throw new FieldException(name, "text", nameOf(required(name)));
        }

        public long whole(String name) throws FieldException {
            if (required(name) instanceof Whole number) {
                return number.value();
            }
            throw new FieldException(name, "a whole number", nameOf(required(name)));
        }

        /** A whole number within bounds, both included. */
        public int whole(String name, int least, int most) throws FieldException {
            long value = whole(name);
            if (value < least || value > most) {
                throw new FieldException(name, least + " to " + most, Long.toString(value));
            }
            return (int) value;
        }

        public boolean flag(String name) throws FieldException {
            if (required(name) instanceof Flag flag) {
                return flag.value();
            }
            throw new FieldException(name, "true or false", nameOf(required(name)));
        }

        public Items items(String name) throws FieldException {
            if (required(name) instanceof Items items) {
                return items;
            }
            throw new FieldException(name, "a list", nameOf(required(name)));
        }

        public Members object(String name) throws FieldException {
            if (required(name) instanceof Members object) {
                return object;
            }
            throw new FieldException(name, "an object", nameOf(required(name)));
        }

        public Optional<String> optionalText(String name) throws FieldException {
            return has(name) ? Optional.of(text(name)) : Optional.empty();
        }

        public Optional<Long> optionalWhole(String name) throws FieldException {
            return has(name) ? Optional.of(whole(name)) : Optional.empty();
        }

        /** An instant in UTC in its one spelling, ISO 8601 with as few digits as it needs. */
        public Instant instant(String name) throws FieldException {
            String text = text(name);
            try {
                Instant instant = Instant.parse(text);
                if (instant.toString().equals(text)) {
                    return instant;
                }
            } catch (DateTimeException e) {
                // Refused below, like an instant in another spelling.
            }
            throw new FieldException(name, "an instant such as 2026-09-13T02:21:07Z", text);
        }

        public Optional<Instant> optionalInstant(String name) throws FieldException {
            return has(name) ? Optional.of(instant(name)) : Optional.empty();
        }

        public Optional<Members> optionalObject(String name) throws FieldException {
            return has(name) ? Optional.of(object(name)) : Optional.empty();
        }

        /** Refuses any member whose name is not among these. */
        public void only(Set<String> names) throws FieldException {
            for (String name : values.keySet()) {
                if (!names.contains(name)) {
                    throw new FieldException(name, "no such field", nameOf(values.get(name)));
                }
            }
        }
    }

    /** An object being written. */
    final class Writer {
        private final SequencedMap<String, Json> members = new TreeMap<>();

        private Writer() {}

        public Writer put(String name, String text) {
            return put(name, new Text(text));
        }

        public Writer put(String name, long number) {
            return put(name, new Whole(number));
        }

        public Writer put(String name, boolean flag) {
            return put(name, new Flag(flag));
        }

        public Writer put(String name, List<? extends Json> items) {
            return put(name, new Items(List.copyOf(items)));
        }

        public Writer put(String name, Json value) {
            if (members.put(name, value) != null) {
                throw new IllegalStateException("written twice: " + name);
            }
            return this;
        }

        /** Writes the member only where there is a value. */
        public Writer putText(String name, Optional<String> text) {
            text.ifPresent(value -> put(name, value));
            return this;
        }

        public Members end() {
            return new Members(new TreeMap<>(members));
        }
    }

    /** Begins an object. */
    static Writer object() {
        return new Writer();
    }

    /** A list of text. */
    static Items texts(List<String> values) {
        return new Items(values.stream().<Json>map(Text::new).toList());
    }

    private static void check(String text) {
        if (!Nfc.is(text)) {
            throw new IllegalArgumentException("text is not in NFC");
        }
    }

    /** What a value is, for an error: its kind, or its text. */
    static String nameOf(Json value) {
        return switch (value) {
            case Text text -> "\"" + text.value() + "\"";
            case Whole number -> Long.toString(number.value());
            case Flag flag -> Boolean.toString(flag.value());
            case Nothing nothing -> "null";
            case Items items -> "a list";
            case Members members -> "an object";
        };
    }
}
