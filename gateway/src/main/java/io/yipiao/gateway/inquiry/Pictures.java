package io.yipiao.gateway.inquiry;

import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.PictureReader;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads pictures, each on one core for at most 1.5 seconds; a few wait, the others are sent away.
 */
final class Pictures {
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final int WAITING = 16;

    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    String read(byte[] file) throws PictureException, BusyException {
        if (cores.getQueueLength() >= WAITING || !acquired()) {
            throw new BusyException();
        }
        try {
            return PictureReader.read(file, LIMIT);
        } finally {
            cores.release();
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
