package io.yipiao.network;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.gateway.ledger.race.PairRacesContract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import java.util.List;

/** Every pair of operations raced on the real network, through two gateways' clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricPairRacesIT extends PairRacesContract {
    private List<LedgerClient> gateways;
    private TestChannel channel;

    @BeforeAll
    void open() {
        gateways = List.of(client(), client());
        channel = new TestChannel(gateways.getFirst());
    }

    private static LedgerClient client() {
        return FabricLedger.open(TestNetwork.shared().clientFile(), Organisation.INSURANCE);
    }

    @AfterAll
    void close() {
        gateways.forEach(LedgerClient::close);
    }

    @Override
    protected List<LedgerClient> gateways() {
        return gateways;
    }

    @Override
    protected TestChannel channel() {
        return channel;
    }
}
