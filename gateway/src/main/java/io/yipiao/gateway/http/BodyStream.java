package io.yipiao.gateway.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A request's body as a stream that a thread reads at its own pace. What it has not read yet waits
 * with the sender, but for a few chunks.
 */
final class BodyStream extends InputStream {
    private static final int CHUNKS_AHEAD = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServerRequest request;
    private final Context context;
    private final long limit;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();

    private byte[] chunk = {};
    private int position;
    private long taken;
    private @Nullable Part last;

    /** What the connection brought next. */
    private sealed interface Part {
        record Chunk(Buffer bytes) implements Part {}

        record End() implements Part {}

        record Broken(Throwable cause) implements Part {}
    }

    /** Begins on the request's event loop, with the request paused. */
    BodyStream(HttpServerRequest request, Context context, long limit) {
        this.request = request;
        this.context = context;
        this.limit = limit;
        request.handler(bytes -> parts.add(new Part.Chunk(bytes)));
        request.endHandler(nothing -> parts.add(new Part.End()));
        request.exceptionHandler(cause -> parts.add(new Part.Broken(cause)));
        request.fetch(CHUNKS_AHEAD);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (position == chunk.length) {
            if (!next()) {
                return -1;
            }
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return chunk.length - position;
    }

    /** Takes the next chunk; false at the end. */
    private boolean next() throws IOException {
        if (last == null) {
            Part part = await();
            if (part instanceof Part.Chunk(Buffer bytes)) {
                chunk = bytes.getBytes();
                position = 0;
                taken += chunk.length;
                if (taken > limit) {
                    throw new BodyTooLargeException(limit);
                }
                context.runOnContext(nothing -> askForMore());
                return true;
            }
            last = part;
        }
        if (last instanceof Part.Broken(Throwable cause)) {
            throw new IOException("the client has gone", cause);
        }
        return false;
    }

    private void askForMore() {
        if (!request.isEnded()) {
            request.fetch(1);
        }
    }

    private Part await() throws IOException {
        try {
            Part part = parts.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (part == null) {
                throw new IOException("the client sent nothing for " + PATIENCE);
            }
            return part;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
