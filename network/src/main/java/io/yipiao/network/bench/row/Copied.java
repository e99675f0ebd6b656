package io.yipiao.network.bench.row;

import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The same rows once more, into tables of the same shape, by COPY and nothing else: what the
 * database alone takes.
 */
final class Copied {
    private static final String BILLS = "SELECT id FROM bill WHERE issuer IN (%s)";
    private static final String BATCHES = "SELECT id FROM batch WHERE issuer IN (%s)";

    /** Whatever intake writes of a bill, and which of it is of some issuers. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("upload", "issuer IN (%s)");
        TABLES.put("upload_outcome", "upload IN (SELECT id FROM upload WHERE issuer IN (%s))");
        TABLES.put("batch", "issuer IN (%s)");
        TABLES.put("bill", "issuer IN (%s)");
        TABLES.put("batch_bill", "batch IN (" + BATCHES + ")");
        TABLES.put("fee_line", "bill IN (" + BILLS + ")");
    }

    private final Database database;
    private final Path folder;

    Copied(Database database, Path folder) throws IOException {
        this.database = database;
        this.folder = Files.createDirectories(folder);
    }

    /** Makes the tables, empty. */
    void makeTables() {
        database.<RuntimeException>changeInTransaction(tx -> {
            tx.execute("DROP SCHEMA IF EXISTS bench CASCADE");
            tx.execute("CREATE SCHEMA bench");
            TABLES.keySet()
                    .forEach(table ->
                            tx.execute(
                                    "CREATE TABLE bench.%s (LIKE public.%s INCLUDING ALL)"
                                            .formatted(table, table)));
        });
    }

    /** Copies what these issuers sent, and says how many seconds that took. */
    double seconds(List<Integer> issuers) {
        String in = issuers.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.with(handle -> {
            TABLES.forEach((table, where) -> out(handle, table, where.formatted(in)));
            long begun = System.nanoTime();
            handle.useTransaction(tx -> TABLES.keySet().forEach(table -> in(tx, table)));
            return (System.nanoTime() - begun) / 1e9;
        });
    }

    private void out(Handle handle, String table, String where) {
        try (OutputStream file = Files.newOutputStream(file(table))) {
            copier(handle)
                    .copyOut(
                            "COPY (SELECT * FROM %s WHERE %s) TO STDOUT (FORMAT binary)"
                                    .formatted(table, where),
                            file);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(table + " cannot be copied out", e);
        }
    }

    private void in(Handle handle, String table) {
        try (InputStream file = Files.newInputStream(file(table))) {
            copier(handle).copyIn("COPY bench." + table + " FROM STDIN (FORMAT binary)", file);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(table + " cannot be copied in", e);
        }
    }

    private Path file(String table) {
        return folder.resolve(table + ".copy");
    }

    private static CopyManager copier(Handle handle) throws SQLException {
        return handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
    }
}
