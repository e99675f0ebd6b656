package io.yipiao.gateway.projection;

import io.yipiao.gateway.store.Database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rows of the projection as text, to be compared to the last fen. */
final class Tables {
    private static final List<String> NAMES =
            List.of(
                    "ledger_checkpoint",
                    "ledger_block",
                    "ledger_transaction",
                    "ledger_issuer",
                    "ledger_payer",
                    "ledger_batch",
                    "ledger_bill",
                    "ledger_share",
                    "ledger_red",
                    "ledger_series");

    private Tables() {}

    static Map<String, List<String>> rows(Database database) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String name : NAMES) {
            rows.put(name, rows(database, name));
        }
        return rows;
    }

    static List<String> rows(Database database, String table) {
        return database.with(handle ->
                handle.createQuery("SELECT t::text FROM " + table + " t ORDER BY 1")
                        .mapTo(String.class)
                        .list());
    }
}
