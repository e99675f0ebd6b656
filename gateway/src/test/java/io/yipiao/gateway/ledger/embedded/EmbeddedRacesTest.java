package io.yipiao.gateway.ledger.embedded;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerRacesContract;
import io.yipiao.gateway.ledger.TestChannel;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;

import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedRacesTest extends LedgerRacesContract {
    @AutoClose private final OpenLedger open = new OpenLedger();

    @Override
    protected List<LedgerClient> gateways() {
        return open.clients();
    }

    @Override
    protected TestChannel channel() {
        return open.channel();
    }
}
