package io.yipiao.gateway.claim;

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
import io.yipiao.verifier.verdict.RefusalCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A ledger that fails as a network does, when a test says so. */
final class ShakyLedger implements LedgerClient {
    private final LedgerClient ledger;
    private final List<String> submitted = Collections.synchronizedList(new ArrayList<>());
    private boolean down;
    private volatile boolean hangs;
    private boolean mute;
    private boolean unproved;
    private Runnable proving = () -> {};
    private int races;
    private int blind;
    private Optional<RefusalCode> behind = Optional.empty();

    ShakyLedger(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /** Nothing reaches it, or everything again. */
    void down(boolean isDown) {
        down = isDown;
    }

    /** Whoever asks it waits until it no longer hangs. */
    void hang(boolean isHanging) {
        hangs = isHanging;
    }

    /** What is submitted is carried out, but nobody is told. */
    void mute(boolean isMute) {
        mute = isMute;
    }

    /** No receipt can be fetched. */
    void unproved(boolean isUnproved) {
        unproved = isUnproved;
    }

    /** What happens while a receipt is fetched. */
    void whileProving(Runnable meanwhile) {
        proving = meanwhile;
    }

    /** The next so many proposals meet peers at different heights. */
    void race(int proposals) {
        races = proposals;
    }

    /** The next so many questions are answered by a peer that knows of no bill yet. */
    void blind(int questions) {
        blind = questions;
    }

    /** A peer that was away refuses what it does not know of yet, until it has caught up. */
    void behind(Optional<RefusalCode> refusing) {
        behind = refusing;
    }

    /** The transactions that were submitted, in order; once for each time. */
    List<String> submitted() {
        return List.copyOf(submitted);
    }

    @Override
    public byte[] evaluate(Call call) throws Refused {
        reach();
        if (blind > 0) {
            blind--;
            return "[null]".getBytes(StandardCharsets.UTF_8);
        }
        return ledger.evaluate(call);
    }

    @Override
    public Endorsed endorse(Call call) throws Refused, RaceLost {
        reach();
        if (races > 0) {
            races--;
            throw new RaceLost("peers at different heights");
        }
        if (behind.isPresent()) {
            throw new Refused(behind.get(), "a peer that is behind does not know it");
        }
        return ledger.endorse(call);
    }

    @Override
    public Commit submit(byte[] envelope) {
        reach();
        Commit commit = ledger.submit(envelope);
        submitted.add(commit.id().hex());
        if (mute) {
            throw new LedgerUnavailable("the answer was lost");
        }
        return commit;
    }

    @Override
    public Proved prove(Call call) throws Refused {
        reach();
        if (unproved) {
            throw new LedgerUnavailable("no receipt now");
        }
        proving.run();
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

    @Override
    public void close() {
        ledger.close();
    }

    private void reach() {
        while (hangs) {
            LockSupport.parkNanos(1_000_000);
        }
        if (down) {
            throw new LedgerUnavailable("nothing reaches the ledger");
        }
    }
}
