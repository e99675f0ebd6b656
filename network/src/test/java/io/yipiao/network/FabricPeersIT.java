package io.yipiao.network;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.PeersContract;
import io.yipiao.gateway.ledger.TestChannel;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;

/** The organisations' real peers, asked one by one, keep the same promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricPeersIT extends PeersContract {
    @AutoClose private final SharedLedger shared = SharedLedger.ofOne();

    @Override
    protected LedgerClient ledger() {
        return shared.client();
    }

    @Override
    protected TestChannel channel() {
        return shared.channel();
    }
}
