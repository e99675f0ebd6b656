package io.yipiao.gateway.ledger.embedded;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.PeersContract;
import io.yipiao.gateway.ledger.TestChannel;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPeersTest extends PeersContract {
    private EmbeddedLedger ledger;
    private TestChannel channel;

    @BeforeAll
    void open(@TempDir Path folder) {
        ledger = EmbeddedLedger.open(folder, Clock.systemUTC());
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
