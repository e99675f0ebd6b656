package io.yipiao.gateway.ledger.embedded;

import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.LedgerUnavailable;

import org.hyperledger.fabric.protos.common.Envelope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Orders what is submitted: one thread that makes a block of all that waits, so that many
 * submissions share one write to the disk.
 */
final class Committer implements AutoCloseable {
    /** As the demonstration network's orderers cut their blocks. */
    private static final int MOST_TRANSACTIONS = 500;

    private static final int MOST_BYTES = 8 << 20;

    private static final Submission END =
            new Submission(Envelope.getDefaultInstance(), new CompletableFuture<>());

    private final LinkedBlockingQueue<Submission> queue = new LinkedBlockingQueue<>();
    private final Chain chain;
    private final Thread thread;
    private volatile boolean closed;

    private record Submission(Envelope envelope, CompletableFuture<Commit> commit) {}

    Committer(Chain chain) {
        this.chain = chain;
        this.thread = Thread.ofPlatform().name("embedded-ledger").daemon().start(this::run);
    }

    /** Completed when the envelope, or its first copy, stands in a block on disk. */
    CompletableFuture<Commit> submit(Envelope envelope) {
        CompletableFuture<Commit> commit = new CompletableFuture<>();
        queue.add(new Submission(envelope, commit));
        if (closed) {
            failAllWaiting();
        }
        return commit;
    }

    private void run() {
        try {
            for (Submission first = queue.take(); !first.equals(END); first = queue.take()) {
                commit(nextBlock(first));
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        failAllWaiting();
    }

    private List<Submission> nextBlock(Submission first) {
        List<Submission> block = new ArrayList<>(List.of(first));
        long bytes = first.envelope.getSerializedSize();
        while (block.size() < MOST_TRANSACTIONS && bytes < MOST_BYTES) {
            Submission next = queue.peek();
            if (next == null || next.equals(END)) {
                break;
            }
            block.add(queue.remove());
            bytes += next.envelope.getSerializedSize();
        }
        return block;
    }

    private void commit(List<Submission> block) {
        try {
            List<Commit> commits = chain.append(block.stream().map(Submission::envelope).toList());
            for (int i = 0; i < commits.size(); i++) {
                block.get(i).commit.complete(commits.get(i));
            }
        } catch (IOException | RuntimeException e) {
            LedgerUnavailable failure = new LedgerUnavailable("the block was not written", e);
            block.forEach(submission -> submission.commit.completeExceptionally(failure));
        }
    }

    private void failAllWaiting() {
        LedgerUnavailable failure = new LedgerUnavailable("the embedded ledger is closed");
        for (Submission left = queue.poll(); left != null; left = queue.poll()) {
            left.commit.completeExceptionally(failure);
        }
    }

    /** Finishes the block at hand. Not by an interrupt, which would close the file under it. */
    @Override
    public void close() {
        closed = true;
        queue.add(END);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
