package io.yipiao.verifier.vectors;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.TreeMap;

/** An object's members, and changes to them. */
public final class JsonEdit {
    private JsonEdit() {}

    /** A member that is known to be text. */
    public static String text(Json.Members object, String field) {
        try {
            return object.text(field);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A member that is known to be an object. */
    public static Json.Members object(Json.Members object, String field) {
        try {
            return object.object(field);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Json.Members with(Json.Members object, String field, String value) {
        return with(object, field, new Json.Text(value));
    }

    public static Json.Members with(Json.Members object, String field, long value) {
        return with(object, field, new Json.Whole(value));
    }

    public static Json.Members with(Json.Members object, String field, Json value) {
        TreeMap<String, Json> values = new TreeMap<>(object.values());
        values.put(field, value);
        return new Json.Members(values);
    }

    public static Json.Members without(Json.Members object, String field) {
        TreeMap<String, Json> values = new TreeMap<>(object.values());
        values.remove(field);
        return new Json.Members(values);
    }
}
