package io.yipiao.gateway.ledger.embedded;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.TestChannel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An embedded ledger for the tests of one class, in a folder that goes with it. */
final class OpenLedger implements AutoCloseable {
    private final Path folder;
    private final EmbeddedLedger ledger;
    private final TestChannel channel;

    OpenLedger() {
        try {
            folder = Files.createTempDirectory(Path.of("target"), "ledger-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ledger = EmbeddedLedger.open(folder, Clock.systemUTC());
        channel = new TestChannel(ledger);
    }

    LedgerClient client() {
        return ledger;
    }

    /** The one client there can be, to the contracts that ask for several. */
    List<LedgerClient> clients() {
        return List.of(ledger);
    }

    TestChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        ledger.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
