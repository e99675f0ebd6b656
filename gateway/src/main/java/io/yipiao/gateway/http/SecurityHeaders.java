package io.yipiao.gateway.http;

import io.vertx.ext.web.RoutingContext;

import java.util.Map;

/**
 * What every answer tells a browser; a handler's own header of the same name comes later and wins.
 */
final class SecurityHeaders {
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Cache-Control",
                    "no-store",
                    "Content-Security-Policy",
                    "default-src 'self'; object-src 'none'; base-uri 'none';"
                            + " form-action 'self'; frame-ancestors 'none'",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Referrer-Policy",
                    "no-referrer",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY");

    private SecurityHeaders() {}

    static void put(RoutingContext routing) {
        HEADERS.forEach(routing.response()::putHeader);
        routing.next();
    }
}
