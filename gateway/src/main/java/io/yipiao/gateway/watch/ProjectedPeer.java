package io.yipiao.gateway.watch;

import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.PeerBlock;
import io.yipiao.gateway.ledger.PeerName;
import io.yipiao.gateway.ledger.PeerView;

/**
 * What the projection has read of the ledger, as one more witness: should all peers agree on
 * another past than the one that was read from them, it does not agree with them.
 */
final class ProjectedPeer implements PeerView {
    static final String HOST = "projection";

    private final PeerName name = new PeerName(Organisation.INSURANCE, HOST);
    private final WatchStore store;

    ProjectedPeer(WatchStore store) {
        this.store = store;
    }

    @Override
    public PeerName peer() {
        return name;
    }

    @Override
    public long height() {
        return store.projectedHeight();
    }

    @Override
    public PeerBlock block(long number) {
        return store.projectedBlock(number)
                .orElseThrow(
                        () -> new LedgerUnavailable("block " + number + " is not projected yet"));
    }
}
