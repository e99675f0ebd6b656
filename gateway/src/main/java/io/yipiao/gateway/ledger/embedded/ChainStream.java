package io.yipiao.gateway.ledger.embedded;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.LedgerBlock;

import java.time.Duration;
import java.util.Optional;

/** Blocks as they come, read from the file. */
final class ChainStream implements BlockStream {
    private final Chain chain;
    private long next;

    ChainStream(Chain chain, long from) {
        this.chain = chain;
        this.next = from;
    }

    @Override
    public Optional<LedgerBlock> next(Duration patience) throws InterruptedException {
        Optional<LedgerBlock> block = chain.await(next, patience);
        if (block.isPresent()) {
            next++;
        }
        return block;
    }

    /** Nothing is held open between two blocks. */
    @Override
    public void close() {}
}
