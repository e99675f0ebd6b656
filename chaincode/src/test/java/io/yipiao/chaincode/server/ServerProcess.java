package io.yipiao.chaincode.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The chaincode's process as an operator starts it, with files of its own. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final Path log;
    private final int port;

    private ServerProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts it with TLS files and the index key of 26 in a folder. */
    static ServerProcess start(Path folder, Certificates certificates) throws Exception {
        int port = freePort();
        Certificates.Issued tls = certificates.tls();
        Path keys = Files.createDirectories(folder.resolve("index-keys"));
        Path key = Files.writeString(keys.resolve("26"), "1a".repeat(32) + "\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path root = Files.writeString(folder.resolve("root.pem"), certificates.root());
        return start(
                folder,
                port,
                Map.of(
                        "CORE_CHAINCODE_ID_NAME", "registry_1:00",
                        "CHAINCODE_SERVER_ADDRESS", "127.0.0.1:" + port,
                        "CHAINCODE_TLS_KEY", tls.writeKey(folder.resolve("key.pem")).toString(),
                        "CHAINCODE_TLS_CERT",
                                tls.writeCertificate(folder.resolve("cert.pem")).toString(),
                        "CHAINCODE_TLS_CLIENT_ROOTS", root.toString(),
                        "YIPIAO_INDEX_KEYS", keys.toString()));
    }

    static ServerProcess start(Path folder, int port, Map<String, String> environment)
            throws IOException {
        Path log = folder.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RegistryServer.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), log, port);
    }

    int port() {
        return port;
    }

    String log() throws IOException {
        return Files.readString(log, UTF_8);
    }

    /** Waits for a line in the log, as long as the process lives and a minute at most. */
    void await(String line) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!log().contains(line)) {
            if (System.nanoTime() > end || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("no \"" + line + "\" in: " + log());
            }
        }
    }

    /** Waits for its end and gives its exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
