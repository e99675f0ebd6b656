package io.yipiao.network.bench.row;

import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.function.Consumer;

/** What keeps tables in order, as statements: taken away while they are filled, then put back. */
final class Indexes {
    /**
     * Foreign keys of these tables and onto them first, then keys, then the other indexes; put back
     * in the opposite order. Partial indexes stay: they hold few rows, and a gateway that waits
     * looks into them every two seconds.
     */
    private static final String OF_TABLES =
            """
            SELECT * FROM (
                SELECT CASE contype WHEN 'f' THEN 1 ELSE 2 END AS place, conname AS name,
                    format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS away,
                    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                        pg_get_constraintdef(oid)) AS back
                FROM pg_constraint
                WHERE contype = 'f' AND (conrelid IN (<tables>) OR confrelid IN (<tables>))
                    OR contype IN ('p', 'u') AND conrelid IN (<tables>)
                UNION ALL
                SELECT 3, indexrelid::regclass::text, format('DROP INDEX %s', indexrelid::regclass),
                    pg_get_indexdef(indexrelid)
                FROM pg_index i WHERE indrelid IN (<tables>) AND indpred IS NULL
                    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype <> 'f')
            ) everything ORDER BY place, name
            """;

    private final Database database;
    private final List<Statements> all;

    /** How one of them goes and comes back. */
    private record Statements(String away, String back) {}

    private Indexes(Database database, List<Statements> all) {
        this.database = database;
        this.all = all;
    }

    /** Takes them away from these tables. */
    static Indexes takenFrom(Database database, List<String> tables) {
        String named =
                String.join(
                        ", ", tables.stream().map(table -> "'" + table + "'::regclass").toList());
        List<Statements> all =
                database.<List<Statements>, RuntimeException>with(handle ->
                        handle.createQuery(OF_TABLES)
                                .define("tables", named)
                                .map((row, context) ->
                                        new Statements(
                                                row.getString("away"), row.getString("back")))
                                .list());
        Indexes indexes = new Indexes(database, all);
        indexes.change(handle -> all.forEach(one -> handle.execute(one.away())));
        return indexes;
    }

    /** Makes them anew; a foreign key looks at every row once more. */
    void putBack() {
        change(handle -> {
            handle.execute("SET maintenance_work_mem = '512MB'");
            all.reversed().forEach(one -> handle.execute(one.back()));
            handle.execute("RESET maintenance_work_mem");
        });
    }

    /**
     * Each statement by itself: the gateway goes on, and one of its own may wait for two tables.
     */
    private void change(Consumer<Handle> statements) {
        database.<Boolean, RuntimeException>with(handle -> {
            statements.accept(handle);
            return true;
        });
    }
}
