package io.yipiao.gateway.ledger.embedded;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.race.PairRacesContract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPairRacesTest extends PairRacesContract {
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
    protected List<LedgerClient> gateways() {
        return List.of(ledger);
    }

    @Override
    protected TestChannel channel() {
        return channel;
    }
}
