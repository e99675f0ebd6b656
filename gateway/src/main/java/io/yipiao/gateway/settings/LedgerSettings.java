package io.yipiao.gateway.settings;

import java.nio.file.Path;

/** Which ledger anchors bills and keeps shares. */
public sealed interface LedgerSettings {
    /**
     * The ledger's rules in this process, for trial on one machine.
     *
     * @param folder where its blocks are kept
     */
    record Embedded(Path folder) implements LedgerSettings {}

    /**
     * A Fabric network.
     *
     * @param client the client.json that says where its peers are and who we are
     */
    record Fabric(Path client) implements LedgerSettings {}
}
