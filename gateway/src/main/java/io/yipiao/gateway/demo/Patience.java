package io.yipiao.gateway.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what the ledger's blocks bring. */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration EVERY = Duration.ofMillis(20);

    private Patience() {}

    /**
     * Asks again until it is so.
     *
     * @throws StoryException if it is not after a minute
     */
    static void until(String what, BooleanSupplier isSo) {
        Instant end = Instant.now().plus(LONGEST);
        while (!isSo.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new StoryException("waited " + LONGEST.toSeconds() + " s for " + what);
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoryException("interrupted", e);
            }
        }
    }
}
