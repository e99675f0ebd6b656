package io.yipiao.gateway.ledger.model;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** JSON as maps, lists, texts and whole numbers, without what the model cannot know. */
final class Plain {
    private static final Set<String> UNKNOWN = Set.of("digest", "message");
    private static final String NOTHING = "nothing";

    private Plain() {}

    static Object of(byte[] json) {
        try {
            return of(JsonReader.read(json));
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked") // the ledger answers with a list
    static List<Object> list(byte[] json) {
        return (List<Object>) of(json);
    }

    private static Object of(Json json) {
        return switch (json) {
            case Json.Members members -> map(members);
            case Json.Items items -> {
                List<Object> all = new ArrayList<>();
                items.values().forEach(item -> all.add(of(item)));
                yield all;
            }
            case Json.Text(String text) -> text;
            case Json.Whole whole -> whole.value();
            default -> NOTHING;
        };
    }

    private static Map<String, Object> map(Json.Members members) {
        Map<String, Object> map = new TreeMap<>();
        members.values()
                .forEach((name, value) -> {
                    if (!UNKNOWN.contains(name)) {
                        map.put(name, of(value));
                    }
                });
        return map;
    }

    /** What {@code null} is read as. */
    static boolean isNothing(Object value) {
        return value.equals(NOTHING);
    }
}
