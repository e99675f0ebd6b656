package io.yipiao.gateway.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server of our own over one folder, on a free port of loopback. Its data stay and are
 * durable (fsync and synchronous commit are on); it stops with {@link #close}. If the gateway is
 * killed the server lives on, and the next start stops it first. One gateway at a time holds the
 * folder.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final int STARTS = 3;

    private final FolderLock lock;
    private final PostgresPrograms programs;
    private final PostgresFolder files;
    private final int port;

    private EmbeddedPostgres(
            FolderLock lock, PostgresPrograms programs, PostgresFolder files, int port) {
        this.lock = lock;
        this.programs = programs;
        this.files = files;
        this.port = port;
    }

    /**
     * Starts the server over a folder, making the folder first if need be.
     *
     * @throws StoreException if another gateway holds the folder, or the server does not start
     */
    public static EmbeddedPostgres start(Path folder) {
        try {
            FolderLock lock =
                    FolderLock.take(folder)
                            .orElseThrow(() ->
                                    new StoreException(
                                            "Another gateway uses "
                                                    + folder
                                                    + ": stop it, or choose another folder"
                                                    + " with --data="));
            try {
                return start(lock, PostgresPrograms.unpacked(), new PostgresFolder(folder));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreException("The embedded database cannot use " + folder + ": " + e, e);
        }
    }

    /** Where its databases are, for its one user. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The one user. */
    public String user() {
        return PostgresFolder.USER;
    }

    /** That user's password. */
    public String password() {
        try {
            return files.password();
        } catch (IOException e) {
            throw new StoreException("The embedded database's password cannot be read: " + e, e);
        }
    }

    /** Stops the server, whose clients are cut off. */
    @Override
    public void close() {
        try {
            stop(programs, files);
            lock.close();
        } catch (IOException e) {
            throw new StoreException("The embedded database did not stop: " + e, e);
        }
    }

    private static EmbeddedPostgres start(
            FolderLock lock, PostgresPrograms programs, PostgresFolder files) throws IOException {
        files.initialise(programs);
        if (files.orphan().isPresent()) {
            stop(programs, files);
        }
        files.forgetDeadServer();
        for (int left = STARTS - 1; ; left--) {
            int port = freePort();
            try {
                start(programs, files, port);
                return new EmbeddedPostgres(lock, programs, files, port);
            } catch (StoreException e) {
                // Somebody may have taken the port since we asked for it.
                if (left == 0) {
                    throw new StoreException(e.getMessage() + "\n" + logOf(files), e);
                }
            }
        }
    }

    private static void start(PostgresPrograms programs, PostgresFolder files, int port)
            throws IOException {
        if (Files.exists(files.log())) {
            Path old = files.log().resolveSibling("server.log.old");
            Files.move(files.log(), old, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> arguments = new ArrayList<>(List.of("start", "-w", "-t", "120"));
        arguments.addAll(List.of("-D", files.cluster().toString(), "-l", files.log().toString()));
        arguments.addAll(List.of("-o", "-p " + port));
        programs.run("pg_ctl", arguments);
    }

    private static void stop(PostgresPrograms programs, PostgresFolder files) throws IOException {
        String cluster = files.cluster().toString();
        programs.run("pg_ctl", List.of("stop", "-D", cluster, "-m", "fast", "-w", "-t", "120"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String logOf(PostgresFolder files) throws IOException {
        return Files.exists(files.log()) ? Files.readString(files.log()).strip() : "";
    }
}
