package io.yipiao.network.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Work done by many at once. */
public final class Load {
    private final double seconds;
    private final long[] nanos;

    private Load(double seconds, long[] nanos) {
        this.seconds = seconds;
        this.nanos = nanos;
    }

    /**
     * Does all of it, so much at a time.
     *
     * @throws ExecutionException if any of it failed
     */
    public static Load of(int inFlight, List<? extends Callable<?>> work)
            throws InterruptedException, ExecutionException {
        Semaphore places = new Semaphore(inFlight);
        List<Future<Long>> running = new ArrayList<>(work.size());
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<?> piece : work) {
                places.acquire();
                running.add(
                        threads.submit(() -> {
                            try {
                                long start = System.nanoTime();
                                piece.call();
                                return System.nanoTime() - start;
                            } finally {
                                places.release();
                            }
                        }));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long[] nanos = new long[running.size()];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = running.get(i).get();
        }
        Arrays.sort(nanos);
        return new Load(seconds, nanos);
    }

    /** From the first begun to the last ended. */
    public double seconds() {
        return seconds;
    }

    /** So many things a second. */
    public double rate(double things) {
        return things / seconds;
    }

    /** The time within which this part of the work was done, each piece for itself. */
    public double millis(double quantile) {
        return nanos[(int) Math.min(nanos.length - 1L, Math.round(quantile * nanos.length))] / 1e6;
    }
}
