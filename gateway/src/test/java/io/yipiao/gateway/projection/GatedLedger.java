package io.yipiao.gateway.projection;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerBlock;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.PeerView;
import io.yipiao.gateway.ledger.Proved;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A ledger whose blocks a test holds back, or that is out of reach for a while. */
final class GatedLedger implements LedgerClient {
    private final LedgerClient ledger;
    private volatile long gate = Long.MAX_VALUE;
    private volatile boolean out;
    private volatile Runnable asked = () -> {};

    GatedLedger(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /** Lets no block through from this one on. */
    void holdFrom(long block) {
        gate = block;
    }

    void letAllThrough() {
        gate = Long.MAX_VALUE;
    }

    /** Does this before it says its height. */
    void beforeHeight(Runnable work) {
        asked = work;
    }

    void isOutOfReach(boolean now) {
        out = now;
    }

    @Override
    public BlockStream blocks(long from) {
        BlockStream blocks = ledger.blocks(from);
        return new BlockStream() {
            private long next = from;

            @Override
            public Optional<LedgerBlock> next(Duration patience) throws InterruptedException {
                if (out) {
                    throw new LedgerUnavailable("the test has taken the ledger away");
                }
                if (next >= gate) {
                    Thread.sleep(1);
                    return Optional.empty();
                }
                Optional<LedgerBlock> block = blocks.next(Duration.ofMillis(20));
                next += block.isPresent() ? 1 : 0;
                return block;
            }

            @Override
            public void close() {
                blocks.close();
            }
        };
    }

    @Override
    public long height() {
        asked.run();
        return ledger.height();
    }

    @Override
    public byte[] evaluate(Call call) throws Refused {
        return ledger.evaluate(call);
    }

    @Override
    public Endorsed endorse(Call call) throws Refused, RaceLost {
        return ledger.endorse(call);
    }

    @Override
    public Commit submit(byte[] envelope) {
        return ledger.submit(envelope);
    }

    @Override
    public Proved prove(Call call) throws Refused {
        return ledger.prove(call);
    }

    @Override
    public byte[] roots() {
        return ledger.roots();
    }

    @Override
    public List<PeerView> peers() {
        return ledger.peers();
    }

    /** The ledger itself is closed by whoever opened it. */
    @Override
    public void close() {}
}
