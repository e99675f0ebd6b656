package io.yipiao.network;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.fabric.FabricLedger;

import java.util.List;
import java.util.stream.Stream;

/** Ways to the shared real network for the tests of one class, as one or two gateways have them. */
final class SharedLedger implements AutoCloseable {
    private final List<LedgerClient> clients;
    private final TestChannel channel;

    private SharedLedger(int count) {
        clients =
                Stream.<LedgerClient>generate(() ->
                                FabricLedger.open(
                                        TestNetwork.shared().clientFile(), Organisation.INSURANCE))
                        .limit(count)
                        .toList();
        channel = new TestChannel(clients.getFirst());
    }

    static SharedLedger ofOne() {
        return new SharedLedger(1);
    }

    static SharedLedger ofTwo() {
        return new SharedLedger(2);
    }

    LedgerClient client() {
        return clients.getFirst();
    }

    List<LedgerClient> clients() {
        return clients;
    }

    TestChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        clients.forEach(LedgerClient::close);
    }
}
