package io.yipiao.gateway.web;

import io.yipiao.gateway.http.StreamedAnswer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Events for a part of a page that follows what happens (HTML, 9.2). A browser that lost its
 * connection asks again by itself, unless the end was told.
 */
public final class Events {
    private final StreamedAnswer answer;

    private Events(StreamedAnswer answer) {
        this.answer = answer;
    }

    /** Begins an answer of events; no proxy may hold them back. */
    public static Events begin(StreamedAnswer answer) {
        answer.begin(
                "text/event-stream",
                Map.of("Cache-Control", "no-store", "X-Accel-Buffering", "no"));
        return new Events(answer);
    }

    /** The part as it is now. */
    public void part(byte[] html) throws IOException {
        StringBuilder event = new StringBuilder();
        new String(html, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> event.append("data: ").append(line).append('\n'));
        send(event.append('\n').toString());
    }

    /** Says nothing, to learn whether the browser is still there. */
    public void pulse() throws IOException {
        send(":\n\n");
    }

    /** The whole page has changed: the browser should open this one of ours. */
    public void go(String path) throws IOException {
        send("event: go\ndata: " + path + "\n\n");
    }

    /** Nothing more will happen. */
    public void end() throws IOException {
        send("event: end\ndata: end\n\n");
    }

    private void send(String text) throws IOException {
        answer.write(text.getBytes(StandardCharsets.UTF_8));
        answer.flush();
    }
}
