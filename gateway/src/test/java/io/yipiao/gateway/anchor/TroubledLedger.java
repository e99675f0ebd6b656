package io.yipiao.gateway.anchor;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.PeerView;
import io.yipiao.gateway.ledger.Proved;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A ledger on whose way there is trouble, as a test orders it. */
final class TroubledLedger implements LedgerClient {
    private final LedgerClient ledger;
    private final Deque<Runnable> beforeEndorsing = new ArrayDeque<>();
    private final Deque<Runnable> beforeSubmitting = new ArrayDeque<>();
    private final Deque<Runnable> afterSubmitting = new ArrayDeque<>();

    TroubledLedger(LedgerClient ledger) {
        this.ledger = ledger;
    }

    static LedgerUnavailable down() {
        return new LedgerUnavailable("the test has taken the ledger away");
    }

    /** Happens once, before the next endorsement. */
    void beforeEndorsing(Runnable trouble) {
        beforeEndorsing.add(trouble);
    }

    /** Happens once, between the next endorsement and its submission. */
    void beforeSubmitting(Runnable trouble) {
        beforeSubmitting.add(trouble);
    }

    /** Happens once, after the next submission reached the ledger. */
    void afterSubmitting(Runnable trouble) {
        afterSubmitting.add(trouble);
    }

    @Override
    public byte[] evaluate(Call call) throws Refused {
        return ledger.evaluate(call);
    }

    @Override
    public Endorsed endorse(Call call) throws Refused, RaceLost {
        happen(beforeEndorsing);
        return ledger.endorse(call);
    }

    @Override
    public Commit submit(byte[] envelope) {
        happen(beforeSubmitting);
        Commit commit = ledger.submit(envelope);
        happen(afterSubmitting);
        return commit;
    }

    @Override
    public Proved prove(Call call) throws Refused {
        return ledger.prove(call);
    }

    @Override
    public BlockStream blocks(long from) {
        return ledger.blocks(from);
    }

    @Override
    public long height() {
        return ledger.height();
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

    private static void happen(Deque<Runnable> troubles) {
        Runnable trouble = troubles.poll();
        if (trouble != null) {
            trouble.run();
        }
    }
}
