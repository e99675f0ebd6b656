package io.yipiao.gateway.inquiry;

import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.PictureException.Fault;
import io.yipiao.verifier.qr.PictureReader;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads pictures, each on one core for at most 1.5 seconds; a few wait, the others are sent away.
 */
final class Pictures {
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final int WAITING = 16;

    private final Semaphore cores;
    private final Semaphore places;
    private final Decoder decoder;

    /** Reads the text in a picture; on a thread that is interrupted when its time is over. */
    interface Decoder {
        String read(byte[] file) throws PictureException;
    }

    Pictures() {
        this(Runtime.getRuntime().availableProcessors(), PictureReader::read);
    }

    Pictures(int cores, Decoder decoder) {
        this.cores = new Semaphore(cores, true);
        this.places = new Semaphore(cores + WAITING);
        this.decoder = decoder;
    }

    String read(byte[] file) throws PictureException, BusyException {
        if (!places.tryAcquire()) {
            throw new BusyException();
        }
        try {
            return readInTurn(file);
        } finally {
            places.release();
        }
    }

    private String readInTurn(byte[] file) throws PictureException, BusyException {
        if (!acquired()) {
            throw new BusyException();
        }
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader =
                Thread.ofPlatform()
                        .daemon()
                        .name("picture reader")
                        .start(() -> readAndRelease(file, text));
        return await(text, reader);
    }

    /** A reader that was given up keeps its core until it has really ended. */
    private void readAndRelease(byte[] file, CompletableFuture<String> text) {
        try {
            text.complete(decoder.read(file));
        } catch (PictureException | RuntimeException | Error e) {
            text.completeExceptionally(e);
        } finally {
            cores.release();
        }
    }

    private static String await(CompletableFuture<String> text, Thread reader)
            throws PictureException {
        try {
            return text.get(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new PictureException(Fault.TOO_SLOW, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PictureException(Fault.TOO_SLOW, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PictureException fault) {
                throw new PictureException(fault.fault(), fault);
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            reader.interrupt();
        }
    }

    private boolean acquired() throws BusyException {
        try {
            return cores.tryAcquire(10 * LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }
}
