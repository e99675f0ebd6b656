package io.yipiao.gateway.http;

import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a request gets: a status, headers and a body, small enough to be held in memory. */
public final class Answer {
    private static final byte[] NOTHING = {};

    private final int status;
    private final SortedMap<String, String> headers;
    private final List<String> cookies;
    private final byte[] body;

    private Answer(
            int status, SortedMap<String, String> headers, List<String> cookies, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.cookies = cookies;
        this.body = body;
    }

    /** 200 with JSON. */
    public static Answer json(Json.Members body) {
        return json(200, body);
    }

    public static Answer json(int status, Json.Members body) {
        return of(status, "application/json", Jcs.bytes(body));
    }

    /** 200 with bytes that are JSON already. */
    public static Answer jsonBytes(byte[] body) {
        return of(200, "application/json", body);
    }

    /** 201 with JSON and the place of what was made. */
    public static Answer created(String location, Json.Members body) {
        return json(201, body).with("Location", location);
    }

    /** 204. */
    public static Answer nothing() {
        return new Answer(204, new TreeMap<>(), List.of(), NOTHING);
    }

    /** Text of any kind, in UTF-8. */
    public static Answer text(int status, String type, String body) {
        return of(status, type + ";charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of any kind. */
    public static Answer of(int status, String type, byte[] body) {
        return new Answer(
                status, new TreeMap<>(Map.of("Content-Type", type)), List.of(), body.clone());
    }

    /** The same answer with one more header, or another value of it. */
    public Answer with(String header, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, cookies, body);
    }

    /** The same answer with one more cookie (RFC 6265, 4.1). */
    public Answer withCookie(String cookie) {
        List<String> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Answer(status, headers, List.copyOf(more), body);
    }

    public int status() {
        return status;
    }

    public SortedMap<String, String> headers() {
        return new TreeMap<>(headers);
    }

    /** Its Set-Cookie headers. */
    public List<String> cookies() {
        return cookies;
    }

    public byte[] body() {
        return body.clone();
    }
}
