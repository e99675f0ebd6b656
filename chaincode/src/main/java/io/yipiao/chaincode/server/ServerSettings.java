package io.yipiao.chaincode.server;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the process is told by its environment, checked before anything starts.
 *
 * @param address where it listens, {@code CHAINCODE_SERVER_ADDRESS}
 * @param key its TLS key, {@code CHAINCODE_TLS_KEY}
 * @param certificate its TLS certificate, {@code CHAINCODE_TLS_CERT}
 * @param clientRoots whose certificates may call, {@code CHAINCODE_TLS_CLIENT_ROOTS}
 * @param indexKeys the folder of index keys, {@code YIPIAO_INDEX_KEYS}
 */
record ServerSettings(
        InetSocketAddress address, Path key, Path certificate, Path clientRoots, Path indexKeys) {

    /**
     * Reads the environment.
     *
     * @throws IllegalArgumentException naming every fault, a line each
     */
    static ServerSettings of(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        required("CORE_CHAINCODE_ID_NAME", environment, faults);
        ServerSettings settings =
                new ServerSettings(
                        address("CHAINCODE_SERVER_ADDRESS", environment, faults),
                        path("CHAINCODE_TLS_KEY", environment, faults),
                        path("CHAINCODE_TLS_CERT", environment, faults),
                        path("CHAINCODE_TLS_CLIENT_ROOTS", environment, faults),
                        path("YIPIAO_INDEX_KEYS", environment, faults));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
        return settings;
    }

    private static InetSocketAddress address(
            String name, Map<String, String> environment, List<String> faults) {
        String value = required(name, environment, faults);
        int colon = value.lastIndexOf(':');
        if (colon > 0 && value.substring(colon + 1).matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(value.substring(colon + 1));
            if (port <= 65_535) {
                return new InetSocketAddress(value.substring(0, colon), port);
            }
        }
        if (!value.isEmpty()) {
            faults.add(name + ": expected host:port, found " + value);
        }
        return new InetSocketAddress(0);
    }

    private static Path path(String name, Map<String, String> environment, List<String> faults) {
        Path path = Path.of(required(name, environment, faults));
        if (!Files.isReadable(path)) {
            faults.add(name + ": cannot read " + path);
        }
        return path;
    }

    private static String required(
            String name, Map<String, String> environment, List<String> faults) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            faults.add(name + ": is not set");
        }
        return value;
    }
}
