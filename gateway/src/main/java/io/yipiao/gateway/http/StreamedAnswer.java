package io.yipiao.gateway.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * An answer written as it goes. Written bytes reach the client within a moment. A client that sends
 * its whole body before it reads a byte must not stop us both, so the answer may run ahead of its
 * reader by 32 MiB; then writing waits.
 */
public final class StreamedAnswer {
    private static final int AHEAD = 32 << 20;
    private static final int ENOUGH = 8 << 10;
    private static final long MOMENT = 200_000_000;

    private final HttpServerResponse response;
    private final Context context;
    private final Semaphore room = new Semaphore(AHEAD);
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    private volatile boolean gone;
    private boolean begun;
    private long sent = System.nanoTime();

    StreamedAnswer(HttpServerResponse response, Context context) {
        this.response = response;
        this.context = context;
        response.exceptionHandler(cause -> gone = true);
    }

    /** Sends status 200 and the headers, at once. */
    public void begin(String contentType, Map<String, String> headers) {
        begun = true;
        context.runOnContext(nothing -> {
            response.setChunked(true).putHeader("Content-Type", contentType);
            headers.forEach(response::putHeader);
            response.writeHead().onFailure(cause -> gone = true);
        });
    }

    /**
     * Writes a part of the body.
     *
     * @throws IOException if the client has gone
     */
    public void write(byte[] bytes) throws IOException {
        waiting.writeBytes(bytes);
        if (waiting.size() >= ENOUGH || System.nanoTime() - sent > MOMENT) {
            flush();
        }
    }

    /** Sends what was written. */
    public void flush() throws IOException {
        if (gone) {
            throw new IOException("the client has gone");
        }
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        sent = System.nanoTime();
        int weight = Math.min(bytes.length, AHEAD);
        room.acquireUninterruptibly(weight);
        context.runOnContext(nothing ->
                response.write(Buffer.buffer(bytes))
                        .onFailure(cause -> gone = true)
                        .onComplete(done -> room.release(weight)));
    }

    /** Whether its headers are on their way, so that no other answer can be given. */
    public boolean begun() {
        return begun;
    }

    /** Ends the answer: all of it was written. */
    public void end() throws IOException {
        flush();
        context.runOnContext(nothing -> response.end().onFailure(cause -> gone = true));
    }

    /** Cuts the connection, so that nobody takes half an answer for a whole one. */
    public void abort() {
        context.runOnContext(nothing -> response.reset());
    }
}
