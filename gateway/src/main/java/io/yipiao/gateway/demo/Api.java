package io.yipiao.gateway.demo;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Speaks to a gateway as any program would: over HTTP, with a token. */
public final class Api {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    private final URI gateway;
    private final Optional<String> token;

    /** An answer: its status and its body. */
    public static final class Reply {
        private final int status;
        private final byte[] body;

        private Reply(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        public int status() {
            return status;
        }

        public byte[] body() {
            return body.clone();
        }

        /** The body as one JSON object. */
        public Json.Members json() {
            try {
                return JsonReader.readObject(body);
            } catch (FieldException e) {
                throw new StoryException("the gateway answered " + this, e);
            }
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The reply itself if its status is this one. */
        public Reply expect(int wanted) {
            if (status != wanted) {
                throw new StoryException("expected status " + wanted + ", got " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    public Api(URI gateway, Optional<String> token) {
        this.gateway = gateway;
        this.token = token;
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** Asks for a representation of a kind. */
    public Reply get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    public Reply post(String path, Json.Members body) {
        return send(json(path).POST(bytes(body)));
    }

    /** Posts under an idempotency key. */
    public Reply post(String path, Json.Members body, String key) {
        return send(json(path).header("Idempotency-Key", key).POST(bytes(body)));
    }

    public Reply put(String path, Json.Members body) {
        return send(json(path).PUT(bytes(body)));
    }

    /** Posts bytes of a kind, under an idempotency key. */
    public Reply post(String path, String type, byte[] body, String key) {
        return send(
                request(path)
                        .header("Content-Type", type)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(60));
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    private static BodyPublisher bytes(Json.Members body) {
        return BodyPublishers.ofByteArray(Jcs.bytes(body));
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> reply = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(reply.statusCode(), reply.body());
        } catch (IOException e) {
            throw new StoryException("the gateway cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("interrupted", e);
        }
    }
}
