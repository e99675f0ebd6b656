package io.yipiao.gateway.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases for tests: one embedded server a test JVM, in a folder below {@code target} that the
 * next one uses again, and in it a fresh, migrated database for whoever asks. Typical use:
 *
 * <pre>{@code
 * private static final Database DATABASE = TestDatabase.fresh();
 *
 * @AfterAll
 * static void close() {
 *     DATABASE.close();
 * }
 * }</pre>
 */
public final class TestDatabase {
    private static final int CONNECTIONS = 8;
    private static final AtomicInteger NAMES = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with all tables and no rows; closing it drops it. */
    public static Database fresh() {
        String name = "test_" + NAMES.incrementAndGet();
        EmbeddedPostgres server = Shared.SERVER;
        run(server, "CREATE DATABASE " + name + " TEMPLATE migrated");
        return Database.connect(
                server.url(name),
                server.user(),
                server.password(),
                CONNECTIONS,
                () -> run(server, "DROP DATABASE " + name + " WITH (FORCE)"));
    }

    /** The server, begun when the first test asks for it. */
    private static final class Shared {
        private static final EmbeddedPostgres SERVER = begin();

        private static EmbeddedPostgres begin() {
            EmbeddedPostgres server = startInFreeFolder();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            for (String leftover : databases(server)) {
                run(server, "DROP DATABASE " + leftover + " WITH (FORCE)");
            }
            run(server, "CREATE DATABASE migrated");
            Database.connect(server.url("migrated"), server.user(), server.password(), 2, () -> {})
                    .close();
            return server;
        }
    }

    /** Another test JVM may be at work in the same target folder. */
    private static EmbeddedPostgres startInFreeFolder() {
        StoreException last = new StoreException("no folder");
        for (int i = 0; i < 8; i++) {
            Path folder = Path.of("target", "test-database-" + i).toAbsolutePath();
            try {
                return EmbeddedPostgres.start(folder);
            } catch (StoreException e) {
                last = e;
                if (!Files.exists(folder.resolve("lock"))) {
                    throw e;
                }
            }
        }
        throw last;
    }

    private static List<String> databases(EmbeddedPostgres server) {
        String own = "SELECT datname FROM pg_database WHERE datname ~ '^(test_[0-9]+|migrated)$'";
        List<String> names = new ArrayList<>();
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(own)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new StoreException("the test server does not answer", e);
        }
        return names;
    }

    private static void run(EmbeddedPostgres server, String sql) {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StoreException(sql, e);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(
                server.url("postgres"), server.user(), server.password());
    }
}
