package io.yipiao.gateway.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import io.yipiao.gateway.access.Principal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** One request and its answer, seen from the thread that answers. Begins on the event loop. */
public final class Exchange {
    private static final long MOST_THROWN_AWAY = 64L << 20;
    private static final Pattern LOOPBACK = Pattern.compile("127\\..*|::1|0:0:0:0:0:0:0:1");
    private static final Set<HttpMethod> BODIES = Set.of(HttpMethod.POST, HttpMethod.PUT);

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context context;
    private final Map<String, String> path;
    private final Map<String, String> query = new HashMap<>();
    private final String number = RequestNumber.next();

    Exchange(RoutingContext routing) {
        request = routing.request();
        response = routing.response();
        context = routing.vertx().getOrCreateContext();
        path = Map.copyOf(routing.pathParams());
        routing.queryParams().forEach(query::putIfAbsent);
        if (hasBody()) {
            request.pause();
        }
    }

    /** The number by which problems and the journal name this request. */
    public String number() {
        return number;
    }

    Optional<String> authorization() {
        return Optional.ofNullable(request.getHeader("Authorization"));
    }

    /** The request without its body. */
    public Call call(Optional<Principal> visitor) {
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(
                        (name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return new Call(visitor, path, query, headers, client(headers), request.uri(), new byte[0]);
    }

    private Optional<String> client(Map<String, String> headers) {
        Optional<String> remote =
                Optional.ofNullable(request.remoteAddress()).map(SocketAddress::hostAddress);
        if (remote.isPresent() && !LOOPBACK.matcher(remote.get()).matches()) {
            return remote;
        }
        String passedOn = headers.getOrDefault("x-forwarded-for", "");
        String last = passedOn.substring(passedOn.lastIndexOf(',') + 1).strip();
        return last.isEmpty() ? Optional.empty() : Optional.of(last);
    }

    /** The whole body, which must not be larger than this. */
    public byte[] body(long limit) throws IOException {
        return hasBody() ? stream(limit).readAllBytes() : new byte[0];
    }

    /** The body as it comes. */
    public InputStream stream(long limit) throws IOException {
        if (!hasBody()) {
            return InputStream.nullInputStream();
        }
        if (announced() > limit) {
            throw new BodyTooLargeException(limit);
        }
        var begun = new CompletableFuture<BodyStream>();
        context.runOnContext(nothing -> {
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                response.writeContinue();
            }
            begun.complete(new BodyStream(request, context, limit));
        });
        return begun.join();
    }

    /** For an answer that is written as it goes. */
    public StreamedAnswer streamedAnswer() {
        return new StreamedAnswer(response, context);
    }

    /** Sends the whole answer. */
    public void send(Answer answer) {
        context.runOnContext(nothing -> {
            response.setStatusCode(answer.status());
            answer.headers().forEach(response::putHeader);
            answer.cookies().forEach(cookie -> response.headers().add("Set-Cookie", cookie));
            byte[] body = answer.body();
            var sent = body.length == 0 ? response.end() : response.end(Buffer.buffer(body));
            sent.onComplete(done -> throwAwayTheRest());
        });
    }

    /** A client that is still sending would not read the answer if we hung up on it. */
    private void throwAwayTheRest() {
        if (request.isEnded() || !hasBody()) {
            return;
        }
        long[] thrown = {0};
        request.handler(bytes -> {
            thrown[0] += bytes.length();
            if (thrown[0] > MOST_THROWN_AWAY) {
                request.connection().close();
            }
        });
        request.resume();
    }

    /** A request with another method has none that means anything; Vert.x discards it. */
    private boolean hasBody() {
        return BODIES.contains(request.method());
    }

    private long announced() {
        try {
            String length = request.getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
