package io.yipiao.gateway.web;

import io.yipiao.gateway.http.Answer;

import java.util.ArrayList;
import java.util.List;

/** What a page's handler gives back. */
public final class Reply {
    private final Body body;
    private final List<String> cookies;

    private Reply(Body body, List<String> cookies) {
        this.body = body;
        this.cookies = List.copyOf(cookies);
    }

    sealed interface Body {
        /** A template with its model. */
        record Shown(int status, String template, Object model) implements Body {}

        /** Another page of ours, to be fetched with GET (RFC 9110, 15.4.4). */
        record Moved(String to) implements Body {}

        /** Anything else. */
        record Sent(Answer answer) implements Body {}
    }

    /**
     * A page.
     *
     * @param template a file of jte whose parameters are {@code frame} and {@code page}
     */
    public static Reply page(String template, Object model) {
        return page(200, template, model);
    }

    public static Reply page(int status, String template, Object model) {
        return new Reply(new Body.Shown(status, template, model), List.of());
    }

    /** Sends the visitor on, so that a reload repeats nothing. */
    public static Reply moved(String to) {
        return new Reply(new Body.Moved(to), List.of());
    }

    /** Sends the visitor on, where the words {@code said.KEY} tell what was done. */
    public static Reply done(String to, String key) {
        return moved(to + (to.contains("?") ? "&" : "?") + "said=" + key);
    }

    /** A file, or anything that is no page. */
    public static Reply sent(Answer answer) {
        return new Reply(new Body.Sent(answer), List.of());
    }

    /** The same with a cookie. */
    public Reply with(String cookie) {
        List<String> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Reply(body, more);
    }

    Body body() {
        return body;
    }

    List<String> cookies() {
        return cookies;
    }
}
