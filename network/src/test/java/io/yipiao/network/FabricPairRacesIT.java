package io.yipiao.network;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.race.PairRacesContract;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;

import java.util.List;

/** Every pair of operations raced on the real network, through two gateways' clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricPairRacesIT extends PairRacesContract {
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
