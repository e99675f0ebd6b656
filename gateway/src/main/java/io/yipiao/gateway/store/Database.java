package io.yipiao.gateway.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.yipiao.gateway.settings.DatabaseSettings;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * The gateway's PostgreSQL, migrated to this version's tables. Work is plain blocking code on a
 * {@link Handle} (Jdbi; {@code handle.getConnection().unwrap(PGConnection.class).getCopyAPI()} for
 * COPY). An outage is an unchecked exception. Safe for any number of (virtual) threads, which wait
 * for a connection; one at a time each.
 */
public final class Database implements AutoCloseable {
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final AutoCloseable server;

    /** Whether this thread has a connection: tests refuse that it asks for a second one. */
    @SuppressWarnings("ThreadLocalUsage") // one database's, as its pool is
    private final ThreadLocal<Boolean> holds = ThreadLocal.withInitial(() -> false);

    private Database(HikariDataSource source, AutoCloseable server) {
        this.source = source;
        this.jdbi = Jdbi.create(source);
        this.server = server;
    }

    /** Work on a connection that gives a value, and may fail in its own checked way. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T on(Handle handle) throws X;
    }

    /** Work on a connection that gives nothing. */
    @FunctionalInterface
    public interface Change<X extends Exception> {
        void on(Handle handle) throws X;
    }

    /** Starts or reaches the database and brings its tables up to date. */
    public static Database open(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Embedded embedded -> openEmbedded(embedded);
            case DatabaseSettings.Remote remote ->
                    connect(
                            remote.url(),
                            remote.user(),
                            passwordIn(remote),
                            remote.connections(),
                            () -> {});
        };
    }

    /**
     * Reaches a database by its URL.
     *
     * @param server closed last
     */
    static Database connect(
            String url, String user, String password, int connections, AutoCloseable server) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        // Said once a connection: said with each transaction, it is three questions to the server.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // A server's detail repeats the row it refused, which may be personal.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "yipiao-gateway");
        HikariDataSource source = new HikariDataSource(config);
        try {
            Flyway.configure().dataSource(source).load().migrate();
            return new Database(source, server);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Does the work in one transaction: committed if it returns, undone if it throws. */
    public <T, X extends Exception> T inTransaction(Work<T, X> work) throws X {
        return holding(handle -> handle.inTransaction(work::on));
    }

    /** Does work that gives nothing in one transaction. */
    public <X extends Exception> void changeInTransaction(Change<X> change) throws X {
        inTransaction(
                (Work<Boolean, X>)
                        handle -> {
                            change.on(handle);
                            return true;
                        });
    }

    /** Does the work with each statement in a transaction of its own: for a single statement. */
    public <T, X extends Exception> T with(Work<T, X> work) throws X {
        return holding(work);
    }

    /**
     * If every connection is held by work that waits for another one, all wait for ever. So work
     * that has a handle passes it on.
     */
    private <T, X extends Exception> T holding(Work<T, X> work) throws X {
        assert !holds.get() : "this thread has a connection already: pass its handle on";
        try (Handle handle = jdbi.open()) {
            holds.set(true);
            return work.on(handle);
        } finally {
            holds.remove();
        }
    }

    /** Whether the database answers, within two seconds. */
    public boolean answers() {
        try (var connection = source.getConnection()) {
            return connection.isValid(2);
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    /** Reports how the pool does: connections in use, threads that wait. */
    public void measure(MeterRegistry meters) {
        source.setMetricRegistry(meters);
    }

    /** The pool itself, for what needs more than a handle. */
    public DataSource source() {
        return source;
    }

    /** The constraint that refused a statement, if that is why it failed. */
    public static Optional<String> violated(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused) {
                return Optional.ofNullable(refused.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        source.close();
        try {
            server.close();
        } catch (Exception e) {
            throw new StoreException("The database did not stop: " + e.getMessage(), e);
        }
    }

    private static Database openEmbedded(DatabaseSettings.Embedded settings) {
        EmbeddedPostgres server = EmbeddedPostgres.start(settings.folder());
        try {
            return connect(
                    server.url("postgres"),
                    server.user(),
                    server.password(),
                    settings.connections(),
                    server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static String passwordIn(DatabaseSettings.Remote settings) {
        try {
            return Files.readAllLines(settings.passwordFile()).getFirst();
        } catch (IOException | RuntimeException e) {
            throw new StoreException("The password cannot be read: " + settings.passwordFile(), e);
        }
    }
}
