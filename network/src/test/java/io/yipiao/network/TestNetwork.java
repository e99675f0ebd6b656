package io.yipiao.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real network for tests, kept below {@code target} and stopped when the test JVM ends. All tests
 * share one, those apart that break it. The system property {@code yipiao.network} names the folder
 * of a running one to share instead.
 */
public final class TestNetwork {
    private static final Path COMMAND = Path.of("fabric").toAbsolutePath();
    private static final int MINUTES = 15;

    private final Path folder;

    private TestNetwork(Path folder) {
        this.folder = folder;
    }

    /** The network that nobody may break, started when the first test asks for it. */
    public static TestNetwork shared() {
        String given = System.getProperty("yipiao.network", "");
        return given.isEmpty() ? Shared.NETWORK : new TestNetwork(Path.of(given));
    }

    /** A network of a test's own, which it may break. */
    public static TestNetwork toBreak(String name) {
        return started(name);
    }

    /** What the network tells its clients. */
    public Path clientFile() {
        return folder.resolve("client.json");
    }

    /** Starts every process that is down, and returns when a transaction was committed. */
    public void up() {
        run("up", "--base-port", "0");
    }

    /**
     * Does something to one process.
     *
     * @param action start, stop or kill
     * @param process such as {@code peer.hospital}
     */
    public void process(String action, String process) {
        run(action, process);
    }

    private static TestNetwork started(String name) {
        TestNetwork network = new TestNetwork(Path.of("target", name).toAbsolutePath());
        network.up();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> network.run("down")));
        return network;
    }

    private void run(String... words) {
        List<String> command = new ArrayList<>(List.of(COMMAND.toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--dir", folder.toString()));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {
        private static final TestNetwork NETWORK = started("test-network");
    }
}
