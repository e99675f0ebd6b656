package io.yipiao.gateway.reconcile;

import io.yipiao.gateway.projection.Checkpoint;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Compares the projection of the ledger with the tables of intake and claims. */
public final class Reconciliation {
    /** More differences than a person reads; the export has them all. */
    private static final int MOST_SHOWN = 200;

    private static final int MOST_DAYS = 14;
    private static final int FETCHED = 500;

    private final Database database;
    private final Set<String> payers;

    /**
     * @param payers whose claims are decided here, by their ids on the ledger
     */
    public Reconciliation(Database database, Set<String> payers) {
        this.database = database;
        this.payers = Set.copyOf(payers);
    }

    /** Takes lines as they are read. */
    @FunctionalInterface
    public interface Receiver<X extends Exception> {
        void take(Line line) throws X;
    }

    /** All of it at this moment. */
    public Balance balance() {
        return database.inTransaction(tx -> {
            freeze(tx);
            List<Line> differences = new ArrayList<>();
            String first =
                    ComparedSql.LINES
                            + " WHERE difference IS NOT NULL ORDER BY what, name LIMIT :most";
            try (var query = tx.createQuery(first)) {
                query.bindList("payers", payers)
                        .bind("most", MOST_SHOWN)
                        .map((row, context) -> line(row))
                        .forEach(differences::add);
            }
            return tx.createQuery(ComparedSql.TOTALS)
                    .bindList("payers", payers)
                    .map((row, context) -> balance(tx, row, differences))
                    .one();
        });
    }

    /**
     * Hands over every line, equal or not, as of this moment, in no great haste and without holding
     * them all.
     */
    public <X extends Exception> void each(Receiver<X> receiver) throws X {
        database.changeInTransaction(
                (Database.Change<X>)
                        tx -> {
                            freeze(tx);
                            String all = ComparedSql.LINES + " ORDER BY what, name";
                            try (ResultIterator<Line> lines =
                                    tx.createQuery(all)
                                            .bindList("payers", payers)
                                            .setFetchSize(FETCHED)
                                            .map((row, context) -> line(row))
                                            .iterator()) {
                                while (lines.hasNext()) {
                                    receiver.take(lines.next());
                                }
                            }
                        });
    }

    /** What is written meanwhile is not seen, so that both sides are of one moment. */
    private static void freeze(Handle tx) {
        tx.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    private static Balance balance(Handle tx, ResultSet row, List<Line> differences)
            throws SQLException {
        return new Balance(
                new Checkpoint(
                        row.getLong("next_block"),
                        row.getString("last_hash"),
                        row.getBoolean("rebuilding")),
                Optional.ofNullable(row.getTimestamp("last_at")).map(Timestamp::toInstant),
                List.of(
                        compared(Compared.Kind.BATCHES, row, "batches"),
                        compared(Compared.Kind.BILLS, row, "bills"),
                        compared(Compared.Kind.HELD, row, "held"),
                        compared(Compared.Kind.STAMPED, row, "stamped"),
                        compared(Compared.Kind.RECOVERING, row, "recovering")),
                row.getLong("moving"),
                differences,
                row.getLong("differences"),
                days(tx));
    }

    private static Compared compared(Compared.Kind kind, ResultSet row, String name)
            throws SQLException {
        return new Compared(
                kind,
                row.getLong(name + "_ledger"),
                new Fen(row.getLong(name + "_ledger_fen")),
                row.getLong(name + "_here"),
                new Fen(row.getLong(name + "_here_fen")));
    }

    private static List<Balance.Day> days(Handle tx) {
        List<Balance.Day> days =
                new ArrayList<>(
                        tx.createQuery(ComparedSql.DAYS)
                                .bind("most", MOST_DAYS)
                                .map((row, context) ->
                                        new Balance.Day(
                                                row.getObject("day", java.time.LocalDate.class),
                                                row.getLong("bills")))
                                .list());
        Collections.reverse(days);
        return days;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                Line.What.valueOf(row.getString("what")),
                row.getString("name"),
                row.getString("payer"),
                Optional.ofNullable(row.getString("on_ledger")),
                amount(row, "ledger_amount"),
                Optional.ofNullable(row.getString("here")),
                amount(row, "amount_here"),
                row.getBoolean("moving"),
                Optional.ofNullable(row.getString("difference")).map(Difference::valueOf));
    }

    private static OptionalLong amount(ResultSet row, String column) throws SQLException {
        long amount = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(amount);
    }
}
