package io.yipiao.gateway.inquiry;

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

import java.util.List;

/** A ledger that a test cuts off, or whose blocks it lets run ahead of the projection. */
final class CutLedger implements LedgerClient {
    private final LedgerClient ledger;
    private volatile boolean cut;
    private volatile long ahead;

    CutLedger(LedgerClient ledger) {
        this.ledger = ledger;
    }

    void cut(boolean isCut) {
        cut = isCut;
    }

    /** It has so many blocks more than it hands out. */
    void ahead(long blocks) {
        ahead = blocks;
    }

    @Override
    public byte[] evaluate(Call call) throws Refused {
        reach();
        return ledger.evaluate(call);
    }

    @Override
    public Endorsed endorse(Call call) throws Refused, RaceLost {
        reach();
        return ledger.endorse(call);
    }

    @Override
    public Commit submit(byte[] envelope) {
        reach();
        return ledger.submit(envelope);
    }

    @Override
    public Proved prove(Call call) throws Refused {
        reach();
        return ledger.prove(call);
    }

    @Override
    public BlockStream blocks(long from) {
        return ledger.blocks(from);
    }

    @Override
    public long height() {
        reach();
        return ledger.height() + ahead;
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
        if (cut) {
            throw new LedgerUnavailable("the test has cut the ledger off");
        }
    }
}
