package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Principal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A request as a handler sees it: who asks, with which parameters, and the body if it is small. */
public final class Call {
    private final Optional<Principal> visitor;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final Optional<String> client;
    private final String pathAndQuery;
    private final byte[] body;

    /**
     * @param headers by lower-case name
     * @param client where it comes from
     * @param pathAndQuery as they were sent
     * @param body empty if the request has none, or if it is streamed
     */
    Call(
            Optional<Principal> visitor,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> headers,
            Optional<String> client,
            String pathAndQuery,
            byte[] body) {
        this.visitor = visitor;
        this.path = Map.copyOf(path);
        this.query = Map.copyOf(query);
        this.headers = Map.copyOf(headers);
        this.client = client;
        this.pathAndQuery = pathAndQuery;
        this.body = body.clone();
    }

    /** The same request with its body. */
    public Call withBody(byte[] bytes) {
        return new Call(visitor, path, query, headers, client, pathAndQuery, bytes);
    }

    /** Who asks; empty for a stranger, whom only open routes admit. */
    public Optional<Principal> visitor() {
        return visitor;
    }

    /** Who asks, on a route that is not open. */
    public Principal principal() {
        return visitor.orElseThrow();
    }

    /** A parameter in the path. */
    public String path(String name) {
        return Optional.ofNullable(path.get(name)).orElseThrow();
    }

    /** Whether the path has this parameter. */
    public boolean hasPath(String name) {
        return path.containsKey(name);
    }

    /** A parameter in the path that the contract says is a UUID. */
    public UUID id(String name) {
        return UUID.fromString(path(name));
    }

    /** A parameter of the query. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A cookie. */
    public Optional<String> cookie(String name) {
        return Arrays.stream(header("cookie").orElse("").split(";"))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** Path and query as they were sent; not for the journal. */
    public String pathAndQuery() {
        return pathAndQuery;
    }

    /**
     * The address it comes from, if that says anything of who asks; of a request that a proxy on
     * this machine passes on, the address that the proxy saw.
     */
    public Optional<String> client() {
        return client;
    }

    /** What the body is, without parameters: {@code image/png}; empty if it does not say. */
    public String contentType() {
        String type = header("content-type").orElse("");
        int semicolon = type.indexOf(';');
        String bare = semicolon < 0 ? type : type.substring(0, semicolon);
        return bare.strip().toLowerCase(Locale.ROOT);
    }

    /** The body as one JSON object. */
    public Json.Members json() throws FieldException {
        return JsonReader.readObject(body);
    }

    /**
     * Words that somebody wrote, without the space around them.
     *
     * @throws FieldException if there are none, or more than so many characters
     */
    String words(String field, int longest) throws FieldException {
        String text = json().text(field).strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new FieldException(
                    field, "1 to " + longest + " characters", text.length() + " characters");
        }
        return text;
    }

    /** The body as it came. */
    public byte[] body() {
        return body.clone();
    }
}
