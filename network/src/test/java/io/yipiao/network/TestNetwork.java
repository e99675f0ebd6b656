package io.yipiao.network;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Networks for tests, kept below {@code target} and stopped when the test JVM ends. All tests share
 * one, those apart that break it. The system property {@code yipiao.network} names the folder of a
 * running one to share instead.
 */
final class TestNetwork {
    private static final Path COMMAND = Path.of("fabric").toAbsolutePath();
    private static final Map<String, FabricNetwork> BROKEN = new ConcurrentHashMap<>();

    private TestNetwork() {}

    /** The network that nobody may break, started when the first test asks for it. */
    static FabricNetwork shared() {
        String given = System.getProperty("yipiao.network", "");
        return given.isEmpty() ? Shared.NETWORK : in(Path.of(given));
    }

    /** A network that a test may break, and those who share it mend. */
    static FabricNetwork toBreak(String name) {
        return BROKEN.computeIfAbsent(name, TestNetwork::started);
    }

    private static FabricNetwork started(String name) {
        FabricNetwork network = in(Path.of("target", name).toAbsolutePath());
        network.up();
        Runtime.getRuntime().addShutdownHook(new Thread(network::down));
        return network;
    }

    private static FabricNetwork in(Path folder) {
        return new FabricNetwork(COMMAND, folder, Map.of());
    }

    private static final class Shared {
        private static final FabricNetwork NETWORK = started("test-network");
    }
}
