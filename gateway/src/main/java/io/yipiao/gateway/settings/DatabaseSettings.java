package io.yipiao.gateway.settings;

import java.nio.file.Path;

/** Which PostgreSQL holds the gateway's data. */
public sealed interface DatabaseSettings {
    /** The most connections to keep open. */
    int connections();

    /**
     * A server of the gateway's own, on this machine.
     *
     * @param folder where its files are kept
     */
    record Embedded(Path folder, int connections) implements DatabaseSettings {}

    /**
     * A server that somebody else runs.
     *
     * @param url {@code jdbc:postgresql://…}
     * @param passwordFile a file whose first line is the password
     */
    record Remote(String url, String user, Path passwordFile, int connections)
            implements DatabaseSettings {}
}
