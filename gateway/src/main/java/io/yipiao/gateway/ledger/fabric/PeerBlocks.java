package io.yipiao.gateway.ledger.fabric;

import io.grpc.Status;
import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.LedgerBlock;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.messages.BlockReader;

import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.protos.common.Block;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A peer's delivered blocks, read ahead by a few. */
final class PeerBlocks implements BlockStream {
    private static final int AHEAD = 16;

    private final BlockingQueue<Delivered> queue = new ArrayBlockingQueue<>(AHEAD);
    private final CloseableIterator<Block> blocks;
    private final Consumer<Status> broken;
    private final Thread reader;

    /** A block, or why there will be no more. */
    private sealed interface Delivered {
        record Next(LedgerBlock block) implements Delivered {}

        record Broken(LedgerUnavailable why) implements Delivered {}
    }

    /**
     * @param broken is told when the peer broke the stream off
     */
    PeerBlocks(CloseableIterator<Block> blocks, BlockReader decoder, Consumer<Status> broken) {
        this.blocks = blocks;
        this.broken = broken;
        this.reader = Thread.ofVirtual().name("blocks").start(() -> read(decoder));
    }

    @Override
    public Optional<LedgerBlock> next(Duration patience) throws InterruptedException {
        return switch (queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            case null -> Optional.empty();
            case Delivered.Next next -> Optional.of(next.block);
            case Delivered.Broken broken -> {
                queue.put(broken);
                throw broken.why;
            }
        };
    }

    private void read(BlockReader decoder) {
        try {
            try {
                while (blocks.hasNext()) {
                    queue.put(new Delivered.Next(decoder.read(blocks.next())));
                }
                queue.put(
                        new Delivered.Broken(
                                new LedgerUnavailable("the peer ended the stream of blocks")));
            } catch (RuntimeException e) {
                if (e instanceof GatewayRuntimeException ofPeer) {
                    broken.accept(ofPeer.getStatus());
                }
                queue.put(
                        new Delivered.Broken(
                                new LedgerUnavailable("the stream of blocks broke", e)));
            }
        } catch (InterruptedException e) {
            // Closed: nobody reads what is still to come.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        blocks.close();
        reader.interrupt();
    }
}
