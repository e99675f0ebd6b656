package io.yipiao.network;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for what others do in their own time, and fails when they do not. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    private Await() {}

    /** Asks again until it is so. */
    public static void until(String what, Callable<Boolean> isSo) throws Exception {
        until(what, PATIENCE, isSo);
    }

    /** Asks again until it is so, or for so long. */
    public static void until(String what, Duration patience, Callable<Boolean> isSo)
            throws Exception {
        Instant end = Instant.now().plus(patience);
        while (!isSo.call()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited " + patience.toSeconds() + " s for " + what);
            }
            Thread.sleep(LOOK);
        }
    }
}
