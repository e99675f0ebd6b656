package io.yipiao.verifier.vectors;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The operations add, replace and remove of JSON Patch (RFC 6902), by which a vector says how its
 * input differs from a sample. In a list, add inserts, and {@code -} is the place after the last.
 */
public final class Patch {
    private Patch() {}

    /** The target after all operations, in order. */
    public static Json.Members apply(Json.Members target, Json.Items operations)
            throws FieldException {
        Json patched = target;
        for (Json.Members operation : operations.objects("patch")) {
            List<String> path = List.of(operation.text("path").substring(1).split("/"));
            patched = apply(patched, path, operation);
        }
        return (Json.Members) patched;
    }

    private static Json apply(Json target, List<String> path, Json.Members operation)
            throws FieldException {
        return switch (target) {
            case Json.Members object -> inObject(object, path, operation);
            case Json.Items list -> inList(list, path, operation);
            default -> throw new IllegalArgumentException("no place for " + path);
        };
    }

    private static Json inObject(Json.Members target, List<String> path, Json.Members operation)
            throws FieldException {
        SortedMap<String, Json> values = new TreeMap<>(target.values());
        String name = path.getFirst();
        if (path.size() > 1) {
            values.put(name, apply(target.required(name), path.subList(1, path.size()), operation));
        } else if (operation.text("op").equals("remove")) {
            values.remove(name);
        } else {
            values.put(name, operation.required("value"));
        }
        return new Json.Members(values);
    }

    private static Json inList(Json.Items target, List<String> path, Json.Members operation)
            throws FieldException {
        List<Json> values = new ArrayList<>(target.values());
        int place = path.getFirst().equals("-") ? values.size() : Integer.parseInt(path.getFirst());
        if (path.size() > 1) {
            values.set(place, apply(values.get(place), path.subList(1, path.size()), operation));
            return new Json.Items(values);
        }
        switch (operation.text("op")) {
            case "add" -> values.add(place, operation.required("value"));
            case "remove" -> values.remove(place);
            default -> values.set(place, operation.required("value"));
        }
        return new Json.Items(values);
    }
}
