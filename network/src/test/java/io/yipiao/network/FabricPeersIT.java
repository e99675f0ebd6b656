package io.yipiao.network;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.PeersContract;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.fabric.FabricLedger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The organisations' real peers, asked one by one, keep the same promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricPeersIT extends PeersContract {
    private FabricLedger ledger;
    private TestChannel channel;

    @BeforeAll
    void open() {
        ledger = FabricLedger.open(TestNetwork.shared().clientFile(), Organisation.INSURANCE);
        channel = new TestChannel(ledger);
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Override
    protected LedgerClient ledger() {
        return ledger;
    }

    @Override
    protected TestChannel channel() {
        return channel;
    }
}
