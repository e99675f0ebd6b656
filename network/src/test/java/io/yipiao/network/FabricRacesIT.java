package io.yipiao.network;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerRacesContract;
import io.yipiao.gateway.ledger.TestChannel;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;

import java.util.List;

/** Contenders for one bill on the real network, through two gateways' clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricRacesIT extends LedgerRacesContract {
    @AutoClose private final SharedLedger shared = SharedLedger.ofTwo();

    @Override
    protected List<LedgerClient> gateways() {
        return shared.clients();
    }

    @Override
    protected TestChannel channel() {
        return shared.channel();
    }
}
