package io.yipiao.network;

import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.fabric.FabricLedger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network with a second Insurance peer whose orderers are put back to what they had written some
 * blocks ago, as from a backup, and then order something else: Finance's peer holds one history and
 * all others another. The same orderers signed both, so each is good by itself.
 */
final class ForkedNetwork implements AutoCloseable {
    private static final List<String> ORGANISATIONS = List.of("insurance", "hospital", "finance");
    private static final List<String> ORDERERS =
            ORGANISATIONS.stream().map("orderer."::concat).toList();
    private static final String FINANCE = "peer.finance";
    private static final List<String> OTHERS =
            List.of("peer.insurance", "peer.insurance2", "peer.hospital");

    private final FabricNetwork network;
    private final Path kept;
    private boolean mended;

    /**
     * @param kept where what was written before the fork is kept meanwhile; nothing is there yet
     */
    ForkedNetwork(FabricNetwork network, Path kept) {
        this.network = network;
        this.kept = kept;
    }

    /**
     * Forks it.
     *
     * @param ledger goes through Insurance
     * @param one what Finance's peer has in its last block
     * @param other what the others have there
     */
    void fork(LedgerClient ledger, byte[] one, byte[] other) throws Exception {
        all("kill", ORDERERS);
        network.process("kill", FINANCE);
        for (String organisation : ORGANISATIONS) {
            copy(orderer(organisation), kept.resolve(organisation));
        }
        copy(financesPeer(), kept.resolve(FINANCE));
        all("start", ORDERERS);
        network.process("start", FINANCE);

        all("kill", OTHERS);
        try (LedgerClient finance = FabricLedger.open(network.clientFile(), Organisation.FINANCE)) {
            commit(finance, one);
        }
        network.process("kill", FINANCE);
        all("kill", ORDERERS);

        for (String organisation : ORGANISATIONS) {
            putBack(kept.resolve(organisation), orderer(organisation));
        }
        all("start", ORDERERS);
        all("start", OTHERS);
        commit(ledger, other);
        network.process("start", FINANCE);
    }

    private Path orderer(String organisation) {
        return network.folder().resolve("organisations/" + organisation + "/orderer/data");
    }

    private Path financesPeer() {
        return network.folder().resolve("organisations/finance/peer/data");
    }

    private void all(String action, List<String> processes) {
        processes.forEach(process -> network.process(action, process));
    }

    /** Orderers elect their leader first, and a connection that was cut is made anew. */
    private static void commit(LedgerClient ledger, byte[] envelope) throws Exception {
        Await.until(
                "the commit",
                () -> {
                    try {
                        return ledger.submit(envelope) instanceof Commit.Committed;
                    } catch (LedgerUnavailable e) {
                        return false;
                    }
                });
    }

    /** Gives Finance's peer its past back, so that it reads on what the others have. */
    void mend() throws IOException {
        network.process("kill", FINANCE);
        putBack(kept.resolve(FINANCE), financesPeer());
        network.process("start", FINANCE);
        mended = true;
    }

    /** Whatever happened, all of it runs and is of one history again. */
    @Override
    public void close() throws IOException {
        if (!mended && Files.isDirectory(kept.resolve(FINANCE))) {
            mend();
        }
        network.up();
    }

    private static void putBack(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(to)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        copy(from, to);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path there = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(file, there);
                }
            }
        }
    }
}
