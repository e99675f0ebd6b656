package io.yipiao.gateway.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The journal as a whole: where it goes, who writes to it, and which request a line belongs to. */
public final class Journal {
    /** The number of the request that this thread answers. */
    private static final ScopedValue<String> REQUEST = ScopedValue.newInstance();

    /**
     * Libraries whose everyday news is no news of ours; a logger not held here may be collected.
     */
    private static final List<Logger> QUIET =
            List.of(
                    Logger.getLogger("org.flywaydb"),
                    Logger.getLogger("com.zaxxer.hikari"),
                    Logger.getLogger("io.vertx"),
                    Logger.getLogger("io.netty"),
                    Logger.getLogger("io.grpc"),
                    Logger.getLogger("io.zonky"));

    private Journal() {}

    /** Takes over the process's logging: from now on every line is JSON on standard error. */
    public static void begin() {
        closeAll();
        begin(new ConsoleHandler());
    }

    /**
     * Takes over the process's logging: from now on every line is JSON at the end of a file.
     *
     * @throws IOException if the file cannot be written; then lines go to standard error
     */
    public static void begin(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // A handler locks its file: the one before must let go first.
        closeAll();
        try {
            // FileHandler reads its argument as a pattern, in which only % is special.
            Handler handler = new FileHandler(file.toString().replace("%", "%%"), true);
            handler.setEncoding(StandardCharsets.UTF_8.name());
            begin(handler);
        } catch (IOException e) {
            begin();
            throw e;
        }
    }

    private static void closeAll() {
        Logger root = Logger.getLogger("");
        for (Handler before : root.getHandlers()) {
            root.removeHandler(before);
            before.close();
        }
    }

    private static void begin(Handler handler) {
        Logger root = Logger.getLogger("");
        handler.setFormatter(new JsonLines());
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.INFO);
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /** Does the work, whose lines bear the request's number. */
    public static void within(String request, Runnable work) {
        ScopedValue.where(REQUEST, request).run(work);
    }

    /** The number of the request that this thread answers, if it does. */
    public static Optional<String> request() {
        return REQUEST.isBound() ? Optional.of(REQUEST.get()) : Optional.empty();
    }
}
