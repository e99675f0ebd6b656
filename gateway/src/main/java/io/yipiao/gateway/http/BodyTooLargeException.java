package io.yipiao.gateway.http;

import java.io.IOException;

/** A request's body is larger than its route takes. */
public final class BodyTooLargeException extends IOException {
    private final long limit;

    BodyTooLargeException(long limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    Problem problem() {
        return Problem.of(
                413,
                "too-large",
                "The body is too large",
                "Send at most " + limit + " bytes; split an upload into several.");
    }
}
