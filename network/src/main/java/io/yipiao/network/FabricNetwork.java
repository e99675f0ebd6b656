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
import java.util.Map;
import java.util.stream.Stream;

/**
 * A network of three organisations on this machine, on a free block of ports.
 *
 * @param command {@code network/fabric}
 * @param folder where it lives
 * @param environment what the command is told besides
 */
public record FabricNetwork(Path command, Path folder, Map<String, String> environment) {
    private static final List<String> KINDS =
            List.of("peer.", "orderer.", "chaincode.", "chaincode-next.");

    public FabricNetwork {
        environment = Map.copyOf(environment);
    }

    /** What the network tells its clients. */
    public Path clientFile() {
        return folder.resolve("client.json");
    }

    /**
     * Starts every process that is down, making the network first if there is none, and returns
     * when a transaction was committed.
     *
     * @return what the command said
     */
    public String up() {
        return run("up", "--base-port", "0");
    }

    /** The same, and from now on Insurance has a second peer. */
    public String upWithSecondInsurancePeer() {
        return run("up", "--base-port", "0", "--second-insurance-peer");
    }

    /** Puts the chaincode of this checkout in place of the one that runs, while it is called. */
    public void upgrade() {
        run("upgrade");
    }

    /** Stops every process; all data stay. */
    public void down() {
        run("down");
    }

    /** Stops every process and deletes the data. */
    public void reset() {
        run("reset");
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

    /**
     * Writes an organisation's blocks into a file, and their manifest beside it.
     *
     * @param organisation such as {@code insurance}
     * @param last the number of the last block
     */
    public void export(String organisation, Path file, long last) {
        run("export", organisation, file.toString(), "--last", Long.toString(last));
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
        return new NetworkConfirmation(command, folder);
    }

    private String run(String... words) {
        List<String> all = new ArrayList<>(List.of(command.toString()));
        all.addAll(List.of(words));
        all.addAll(List.of("--dir", folder.toString()));
        return Command.run(all, environment);
    }
}
