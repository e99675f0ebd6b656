package io.yipiao.network;

import io.yipiao.gateway.demo.Confirmation;
import io.yipiao.gateway.demo.NetworkConfirmation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real network for tests, kept below {@code target} and stopped when the test JVM ends. All tests
 * share one, those apart that break it. The system property {@code yipiao.network} names the folder
 * of a running one to share instead.
 */
public final class TestNetwork {
    private static final Path COMMAND = Path.of("fabric").toAbsolutePath();
    private static final List<String> KINDS = List.of("peer.", "orderer.", "chaincode.");

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

    public Path folder() {
        return folder;
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

    /** Ends every process at once, as when the machine loses its power. */
    public void killEverything() {
        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            for (Path file : files.toList()) {
                if (KINDS.stream().anyMatch(file.getFileName().toString()::startsWith)) {
                    String line = Files.readString(file, StandardCharsets.US_ASCII);
                    long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
                    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finance's administrator, who confirms by the network's command. */
    public Confirmation finance() {
        return new NetworkConfirmation(COMMAND, folder);
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
        Command.run(command);
    }

    private static final class Shared {
        private static final TestNetwork NETWORK = started("test-network");
    }
}
