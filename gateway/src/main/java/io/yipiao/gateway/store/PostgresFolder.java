package io.yipiao.gateway.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one embedded server below one folder: {@code cluster} is PostgreSQL's own, {@code
 * password} (mode 0600) is the password of its one user, {@code server.log} is what the server has
 * to say. Nobody is trusted, not on loopback either: every connection shows the password
 * (SCRAM-SHA-256).
 */
record PostgresFolder(Path folder) {
    static final String USER = "yipiao";

    private static final Map<String, String> CONFIGURATION =
            Map.ofEntries(
                    Map.entry("listen_addresses", "127.0.0.1"),
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("full_page_writes", "on"),
                    Map.entry("max_wal_size", "4GB"),
                    Map.entry("timezone", "UTC"),
                    Map.entry("log_timezone", "UTC"),
                    // The server's log must not repeat the personal data of a failed statement.
                    Map.entry("log_min_error_statement", "panic"),
                    Map.entry("log_error_verbosity", "terse"),
                    Map.entry("log_parameter_max_length", "0"));

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    /** Makes the cluster if there is none; a start cut short leaves none behind. */
    void initialise(PostgresPrograms programs) throws IOException {
        if (Files.isDirectory(cluster())) {
            return;
        }
        Path fresh = Files.createTempDirectory(folder, "cluster-");
        Path password = newPassword();
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-D", fresh.toString(), "-U", USER, "-E", "UTF8"));
        arguments.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + password));
        arguments.addAll(List.of("--locale=C", "--locale-provider=builtin"));
        arguments.addAll(List.of("--builtin-locale=C.UTF-8", "--no-instructions"));
        CONFIGURATION.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        programs.run("initdb", arguments);
        Files.move(fresh, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    String password() throws IOException {
        return Files.readString(passwordFile(), StandardCharsets.US_ASCII).strip();
    }

    /** The process that serves this cluster, left behind by a gateway that was killed. */
    Optional<ProcessHandle> orphan() throws IOException {
        Path file = cluster().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        // After a restart of the machine the number may be somebody else's.
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("/bin/postgres"));
    }

    void forgetDeadServer() throws IOException {
        Files.deleteIfExists(cluster().resolve("postmaster.pid"));
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private Path newPassword() throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(passwordFile());
        Path file =
                Files.createFile(
                        passwordFile(),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
    }
}
