package io.yipiao.gateway.intake;

import io.yipiao.gateway.store.StoreException;
import io.yipiao.verifier.canonical.Hex;

import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * Writes rows by COPY in PostgreSQL's text format: columns parted by tabs, rows by line feeds,
 * {@code \N} for null.
 */
final class CopyRows implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(BUFFER + 4096);
    private boolean rowBegun;

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /** Begins to write into a table's columns, in the caller's transaction. */
    static CopyRows into(Handle tx, String tableAndColumns) {
        try {
            PGConnection connection = tx.getConnection().unwrap(PGConnection.class);
            return new CopyRows(
                    connection.getCopyAPI().copyIn("COPY " + tableAndColumns + " FROM STDIN"));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    CopyRows add(byte[] bytes) {
        begin().append("\\\\x").append(Hex.write(bytes));
        return this;
    }

    CopyRows add(long number) {
        begin().append(number);
        return this;
    }

    CopyRows addNull() {
        begin().append("\\N");
        return this;
    }

    CopyRows add(String text) {
        StringBuilder out = begin();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(unit);
            }
        }
        return this;
    }

    void endRow() {
        rows.append('\n');
        rowBegun = false;
        if (rows.length() >= BUFFER) {
            flush();
        }
    }

    /** Ends the copy; rows are in the table once the transaction commits. */
    void end() {
        flush();
        try {
            copy.endCopy();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private StringBuilder begin() {
        if (rowBegun) {
            rows.append('\t');
        }
        rowBegun = true;
        return rows;
    }

    private void flush() {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw failed(e);
        }
        rows.setLength(0);
    }

    /** Gives the connection back its ordinary state when the copy was not ended. */
    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static StoreException failed(SQLException e) {
        return new StoreException("COPY failed, state " + e.getSQLState(), e);
    }
}
