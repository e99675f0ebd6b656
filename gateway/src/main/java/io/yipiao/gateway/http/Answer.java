package io.yipiao.gateway.http;

import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a request gets: a status, headers and a body, small enough to be held in memory. */
public final class Answer {
    private static final byte[] NOTHING = {};

    private final int status;
    private final SortedMap<String, String> headers;
    private final byte[] body;

    private Answer(int status, SortedMap<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
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
        return new Answer(204, new TreeMap<>(), NOTHING);
    }

    /** Text of any kind, in UTF-8. */
    public static Answer text(int status, String type, String body) {
        return of(status, type + ";charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of any kind. */
    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, new TreeMap<>(Map.of("Content-Type", type)), body.clone());
    }

    /** The same answer with one more header, or another value of it. */
    public Answer with(String header, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    public int status() {
        return status;
    }

    public SortedMap<String, String> headers() {
        return new TreeMap<>(headers);
    }

    public byte[] body() {
        return body.clone();
    }
}
