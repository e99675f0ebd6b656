package io.yipiao.gateway.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.PictureException.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(60)
class PicturesTest {
    private static final byte[] FILE = {1, 2, 3};

    @Test
    void gives_what_was_read_and_passes_faults_on() throws Exception {
        assertEquals("a text", new Pictures(1, file -> "a text").read(FILE));
        Pictures broken =
                new Pictures(
                        1,
                        file -> {
                            throw new PictureException(Fault.BROKEN);
                        });
        for (int i = 0; i < 3; i++) {
            PictureException fault = assertThrows(PictureException.class, () -> broken.read(FILE));
            assertEquals(Fault.BROKEN, fault.fault());
        }
    }

    @Test
    void reads_no_more_at_once_than_there_are_cores() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Pictures pictures =
                new Pictures(
                        2,
                        file -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            Thread.onSpinWait();
                            now.decrementAndGet();
                            return "";
                        });
        List<Callable<String>> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(() -> pictures.read(FILE));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> read : threads.invokeAll(many)) {
                assertEquals("", read.get());
            }
        }
        assertTrue(most.get() <= 2, most + " at once");
    }

    @Test
    void a_slow_picture_is_given_up_but_keeps_its_core_until_it_has_ended() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Pictures pictures =
                new Pictures(
                        1,
                        file -> {
                            if (begun.incrementAndGet() == 1) {
                                deaf(interrupted, end);
                            }
                            return "after";
                        });
        PictureException slow = assertThrows(PictureException.class, () -> pictures.read(FILE));
        assertEquals(Fault.TOO_SLOW, slow.fault());
        interrupted.await();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> next = threads.submit(() -> pictures.read(FILE));
            assertEquals(1, begun.get(), "its core is still taken");
            end.countDown();
            assertEquals("after", next.get());
        }
    }

    @Test
    void when_too_many_wait_the_next_is_sent_away_at_once() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Pictures pictures =
                new Pictures(
                        1,
                        file -> {
                            deaf(new CountDownLatch(1), end);
                            return "";
                        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> asked = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                asked.add(threads.submit(() -> isSentAway(pictures)));
            }
            // One is being read, sixteen wait; the others need not wait for either.
            while (asked.stream().filter(Future::isDone).count() < 40 - 17) {
                Thread.onSpinWait();
            }
            end.countDown();
            int sentAway = 0;
            for (Future<Boolean> each : asked) {
                sentAway += each.get() ? 1 : 0;
            }
            assertEquals(40 - 17, sentAway);
        }
    }

    private static boolean isSentAway(Pictures pictures) {
        try {
            pictures.read(FILE);
            return false;
        } catch (BusyException e) {
            return true;
        } catch (PictureException e) {
            return false;
        }
    }

    /** Works on, whoever interrupts it, until the end. */
    private static void deaf(CountDownLatch interrupted, CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }
    }
}
