package io.yipiao.gateway.start;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Has several do something at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** Begins all of them together and gives what came of each, in their order. */
    public static <T> List<T> all(List<Callable<T>> doings) {
        CyclicBarrier start = new CyclicBarrier(doings.size());
        List<T> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures =
                    doings.stream().map(one -> threads.submit(() -> begun(start, one))).toList();
            for (Future<T> future : futures) {
                outcomes.add(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        return outcomes;
    }

    private static <T> T begun(CyclicBarrier start, Callable<T> doing) throws Exception {
        try {
            start.await();
        } catch (BrokenBarrierException e) {
            throw new AssertionError(e);
        }
        return doing.call();
    }
}
