package io.yipiao.network.bench.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What one peer's ledger takes on disk, in bytes. */
final class LedgerSize {
    private final Path data;

    /**
     * @param network the network's folder
     */
    LedgerSize(Path network) {
        data = network.resolve("organisations/insurance/peer/data/ledgersData");
    }

    /** All blocks of all channels. */
    long blocks() throws IOException {
        return bytes(data.resolve("chains/chains"));
    }

    /** The state database. */
    long state() throws IOException {
        return bytes(data.resolve("stateLeveldb"));
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
