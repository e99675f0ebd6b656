package io.yipiao.gateway.ledger.embedded;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.PeersContract;
import io.yipiao.gateway.ledger.TestChannel;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPeersTest extends PeersContract {
    @AutoClose private final OpenLedger open = new OpenLedger();

    @Override
    protected LedgerClient ledger() {
        return open.client();
    }

    @Override
    protected TestChannel channel() {
        return open.channel();
    }
}
