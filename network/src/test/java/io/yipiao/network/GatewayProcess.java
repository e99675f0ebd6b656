package io.yipiao.network;

import io.yipiao.gateway.demo.Demonstration;
import io.yipiao.gateway.journal.Journal;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.JsonReader;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A whole gateway in a process of its own, with its own embedded database, to be killed. */
final class GatewayProcess {
    private static final int PATIENCE_SECONDS = 60;

    /** The status of a process that halted at a crash point. */
    static final int KILLED = 137;

    private final Process process;
    private final Doors doors;

    private GatewayProcess(Process process, Doors doors) {
        this.process = process;
        this.doors = doors;
    }

    /**
     * Starts it; it listens when this returns.
     *
     * @param data its folder
     * @param issuer whose token is among its doors
     * @param crash the crash point at which it is to die, or nothing
     */
    static GatewayProcess start(Path data, FabricNetwork network, int issuer, String crash)
            throws Exception {
        Process process = launch(data, network, issuer, crash);
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (line == null && process.waitFor() == KILLED) {
            // It went on with what the one before left, and came to its crash point by that.
            return start(data, network, issuer, crash);
        }
        if (line == null) {
            throw new AssertionError("it did not start:\n" + Files.readString(journal(data)));
        }
        byte[] json = line.getBytes(StandardCharsets.UTF_8);
        return new GatewayProcess(process, Doors.read(JsonReader.readObject(json)));
    }

    /**
     * Starts one that comes to its crash point by itself, before anybody asks it for anything or
     * soon after.
     *
     * @return with which status it died
     */
    static int startToDie(Path data, FabricNetwork network, int issuer, String crash)
            throws Exception {
        return awaitDeath(launch(data, network, issuer, crash));
    }

    private static Path journal(Path data) {
        return data.resolve("journal");
    }

    private static Process launch(Path data, FabricNetwork network, int issuer, String crash)
            throws IOException {
        Files.createDirectories(data);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dyipiao.crash=" + crash,
                        "-Dyipiao.network=" + network.folder(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayProcess.class.getName(),
                        data.toString(),
                        Integer.toString(issuer))
                .redirectError(ProcessBuilder.Redirect.appendTo(journal(data).toFile()))
                .start();
    }

    Doors doors() {
        return doors;
    }

    /** Waits for its death and says with which status it came. */
    int awaitDeath() throws InterruptedException {
        return awaitDeath(process);
    }

    private static int awaitDeath(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("it lives on");
        }
        return process.exitValue();
    }

    /** Ends it by SIGKILL, if it still lives. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets it stop as it should. */
    void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        awaitDeath();
    }

    /** Serves until its input ends; what it prints first are its doors. */
    public static void main(String[] arguments) throws Exception {
        Journal.begin();
        FabricNetwork network = TestNetwork.shared();
        Settings settings =
                Settings.read(
                        List.of(
                                "--data=" + arguments[0],
                                "--http-port=0",
                                "--ledger=fabric",
                                "--fabric-client=" + network.clientFile()),
                        Map.of());
        try (Gateway gateway = Gateway.start(settings, Clock.systemUTC())) {
            Demonstration people = new Demonstration(gateway, network.finance());
            people.enrolPayers();
            Doors doors = Doors.of(gateway, people, Integer.parseInt(arguments[1]));
            System.out.println(Jcs.text(doors.json()));
            while (System.in.read() >= 0) {
                // Nobody writes; the end is what is waited for.
            }
        }
    }
}
