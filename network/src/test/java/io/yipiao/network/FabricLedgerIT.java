package io.yipiao.network;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerClientContract;
import io.yipiao.gateway.ledger.TestChannel;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;

/** The real network keeps the same promises as the embedded ledger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricLedgerIT extends LedgerClientContract {
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
