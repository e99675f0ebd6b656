package io.yipiao.verifier.reader;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.vectors.Patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An object inside another.
 *
 * @param path the way to it as a fault names it, empty for the outermost
 * @param object what stands there
 */
record Place(String path, Json.Members object) {

    /** An object and all objects inside it. */
    static List<Place> allOf(Json.Members outermost) {
        List<Place> places = new ArrayList<>();
        collect("", outermost, places);
        return places;
    }

    private static void collect(String path, Json value, List<Place> places) {
        if (value instanceof Json.Members object) {
            places.add(new Place(path, object));
            for (Map.Entry<String, Json> member : object.values().entrySet()) {
                collect(join(path, member.getKey()), member.getValue(), places);
            }
        } else if (value instanceof Json.Items items) {
            for (int i = 0; i < items.values().size(); i++) {
                collect(path + "[" + i + "]", items.values().get(i), places);
            }
        }
    }

    /** How a fault names a member of the object. */
    String nameOf(String member) {
        return join(path, member);
    }

    /** The outermost object, of which this one lacks a member. */
    Json.Members without(Json.Members outermost, String member) throws FieldException {
        return patch(outermost, operation("remove", member).end());
    }

    /** The outermost object, of which this one has another value, or one more. */
    Json.Members with(Json.Members outermost, String member, Json value) throws FieldException {
        return patch(outermost, operation("add", member).put("value", value).end());
    }

    private Json.Writer operation(String op, String member) {
        String pointer = "/" + nameOf(member).replaceAll("[.\\[]", "/").replace("]", "");
        return Json.object().put("op", op).put("path", pointer);
    }

    private static Json.Members patch(Json.Members outermost, Json.Members operation)
            throws FieldException {
        return Patch.apply(outermost, new Json.Items(List.of(operation)));
    }

    private static String join(String path, String member) {
        return path.isEmpty() ? member : path + "." + member;
    }
}
