package io.yipiao.gateway.web;

import io.yipiao.gateway.access.Page;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which handler answers which page; every page has exactly one. */
public final class Pages {
    private final Map<Page, Handling> handlers = new EnumMap<>(Page.class);

    /** How a page's visits are answered. */
    sealed interface Handling {
        record Plain(Handler handler) implements Handling {}

        record Live(LiveHandler handler) implements Handling {}

        record File(FileHandler handler) implements Handling {}
    }

    /** Answers a page, or a form without files. */
    public Pages on(Page page, Handler handler) {
        return put(page, new Handling.Plain(handler));
    }

    /** Answers with events, or with a large file. */
    public Pages onLive(Page page, LiveHandler handler) {
        return put(page, new Handling.Live(handler));
    }

    /** Answers a form that holds a file. */
    public Pages onFile(Page page, FileHandler handler) {
        return put(page, new Handling.File(handler));
    }

    /** All handlers; refuses to give them while a page has none. */
    Map<Page, Handling> complete() {
        Set<Page> missing = EnumSet.allOf(Page.class);
        missing.removeAll(handlers.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("pages without a handler: " + missing);
        }
        return Map.copyOf(handlers);
    }

    /** The pages that have their handler already. */
    Set<Page> answered() {
        return handlers.keySet();
    }

    private Pages put(Page page, Handling handling) {
        if (handlers.put(page, handling) != null) {
            throw new IllegalStateException("two handlers of " + page);
        }
        return this;
    }
}
