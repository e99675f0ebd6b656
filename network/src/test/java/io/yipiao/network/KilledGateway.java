package io.yipiao.network;

import io.yipiao.gateway.journal.Journal;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.start.Gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of several gateways over one database, in a process of its own: killed, or made to die at a
 * crash point, and started again under another address, while clients go on asking.
 */
final class KilledGateway {
    private final List<String> settings;
    private final Path journal;
    private volatile Optional<Running> running = Optional.empty();

    private record Running(Process process, URI address) {}

    /**
     * @param settings flags of a gateway that has everything already
     * @param journal where it writes
     */
    KilledGateway(List<String> settings, Path journal) {
        this.settings = List.copyOf(settings);
        this.journal = journal;
    }

    /** Where it listens, or nowhere. */
    Optional<URI> address() {
        return running.filter(now -> now.process().isAlive()).map(Running::address);
    }

    /** Starts it, to die at this crash point or at none; it listens when this returns. */
    void start(String crash) throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dyipiao.crash=" + crash,
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx384m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledGateway.class.getName()));
        words.addAll(settings);
        Process process =
                new ProcessBuilder(words)
                        .redirectError(ProcessBuilder.Redirect.appendTo(journal.toFile()))
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (line != null) {
            running = Optional.of(new Running(process, URI.create(line)));
        } else if (process.waitFor() != GatewayProcess.KILLED) {
            throw new AssertionError("a gateway did not start, see " + journal);
        }
    }

    /** Ends it by SIGKILL, if it still lives. */
    void kill() {
        running.ifPresent(now -> now.process().destroyForcibly().onExit().join());
    }

    /** Serves until its input ends; what it prints is its address. */
    public static void main(String[] arguments) throws Exception {
        Journal.begin();
        Settings settings = Settings.read(List.of(arguments), Map.of());
        try (Gateway gateway = Gateway.start(settings, Clock.systemUTC())) {
            System.out.println(gateway.address());
            while (System.in.read() >= 0) {
                // Nobody writes; the end is what is waited for.
            }
        }
    }
}
