package io.yipiao.gateway.start;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Work that is done again and again until the gateway stops; a failure is told and tried again. */
final class Chore implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Chore.class.getName());

    private final String name;
    private final Duration every;
    private final Work work;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** One round of the work. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    Chore(String name, Duration every, Work work) {
        this.name = name;
        this.every = every;
        this.work = work;
        Thread.ofVirtual().name(name).start(this::repeat);
    }

    private void repeat() {
        try {
            do {
                once();
            } while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try {
            work.run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.log(Level.WARNING, name + " failed; it is tried again", e);
        }
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
