package io.yipiao.gateway.ledger;

import java.time.Duration;
import java.util.Optional;

/** Blocks in order, from where the stream was opened, without an end. For one reader. */
public interface BlockStream extends AutoCloseable {
    /**
     * The next block, or nothing if none came within this time.
     *
     * @throws LedgerUnavailable when the stream broke; open another from the block that is missing
     */
    Optional<LedgerBlock> next(Duration patience) throws InterruptedException;

    @Override
    void close();
}
