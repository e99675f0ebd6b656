package io.yipiao.gateway.claim;

import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hands many rows to one statement, which unnests them: an array a column, so that the database
 * runs once what it would else do for each row. The statement takes {@code :rows} of them, which
 * are all: by that limit its planner expects one, not ten, and keeps the plan instead of making it
 * anew each time.
 *
 * @param <R> a row
 */
final class Columns<R> {
    private final SqlStatement<?> statement;
    private final List<R> rows;

    Columns(SqlStatement<?> statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
        statement.bind("rows", rows.size());
    }

    Columns<R> texts(String name, Function<R, String> value) {
        return bind(name, "text", rows.stream().map(value).toArray());
    }

    Columns<R> someTexts(String name, Function<R, Optional<String>> value) {
        return bind(name, "text", some(value));
    }

    Columns<R> wholes(String name, Function<R, Integer> value) {
        return bind(name, "integer", rows.stream().map(value).toArray());
    }

    Columns<R> someLongs(String name, Function<R, Optional<Long>> value) {
        return bind(name, "bigint", some(value));
    }

    Columns<R> flags(String name, Function<R, Boolean> value) {
        return bind(name, "boolean", rows.stream().map(value).toArray());
    }

    Columns<R> someFlags(String name, Function<R, Optional<Boolean>> value) {
        return bind(name, "boolean", some(value));
    }

    Columns<R> bytes(String name, Function<R, byte[]> value) {
        return bind(name, "bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    Columns<R> someBytes(String name, Function<R, Optional<byte[]>> value) {
        return bind(name, "bytea", fill(new byte[rows.size()][], value));
    }

    private Object[] some(Function<R, ? extends Optional<?>> value) {
        return fill(new Object[rows.size()], value);
    }

    private <T> T[] fill(T[] cells, Function<R, ? extends Optional<? extends T>> value) {
        for (int i = 0; i < cells.length; i++) {
            Optional<? extends T> cell = value.apply(rows.get(i));
            if (cell.isPresent()) {
                cells[i] = cell.get();
            }
        }
        return cells;
    }

    private Columns<R> bind(String name, String type, Object[] cells) {
        Argument array =
                (place, prepared, context) ->
                        prepared.setArray(
                                place, prepared.getConnection().createArrayOf(type, cells));
        statement.bind(name, array);
        return this;
    }
}
