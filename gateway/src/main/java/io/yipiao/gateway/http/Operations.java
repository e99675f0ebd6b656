package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Route;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which handler answers which route; every route has exactly one. */
public final class Operations {
    private final Map<Route, Handling> handlers = new EnumMap<>(Route.class);

    /** How a route's requests are answered. */
    sealed interface Handling {
        /** With the whole body in memory. */
        record Whole(Operation operation, BodyKind body) implements Handling {}

        /** As the body comes. */
        record Streamed(StreamedOperation operation) implements Handling {}
    }

    /** What a body held in memory may be. */
    enum BodyKind {
        JSON,
        PICTURE
    }

    /** Answers a route whose requests have a JSON body, or none. */
    public Operations on(Route route, Operation operation) {
        return put(route, new Handling.Whole(operation, BodyKind.JSON));
    }

    /** Answers a route whose requests have a picture as their body. */
    public Operations onPicture(Route route, Operation operation) {
        return put(route, new Handling.Whole(operation, BodyKind.PICTURE));
    }

    /** Answers a route whose requests or answers are streams. */
    public Operations onStream(Route route, StreamedOperation operation) {
        return put(route, new Handling.Streamed(operation));
    }

    /** All handlers; refuses to give them while a route has none. */
    Map<Route, Handling> complete() {
        Set<Route> missing = EnumSet.allOf(Route.class);
        missing.removeAll(handlers.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("routes without a handler: " + missing);
        }
        return Map.copyOf(handlers);
    }

    /** Whether a route has its handler already. */
    boolean answers(Route route) {
        return handlers.containsKey(route);
    }

    private Operations put(Route route, Handling handling) {
        if (handlers.put(route, handling) != null) {
            throw new IllegalStateException("two handlers of " + route);
        }
        return this;
    }
}
