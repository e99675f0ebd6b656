package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.FieldException;

/** Bad policy data: a table's cell does not hold what its column asks for. */
public final class TableException extends Exception {
    private final String file;
    private final int line;
    private final String field;

    TableException(String file, int line, FieldException fault) {
        super(file + ", line " + line + ", " + fault.getMessage(), fault);
        this.file = file;
        this.line = line;
        this.field = fault.field();
    }

    TableException(String file, int line, String field, String expected, String found) {
        this(file, line, new FieldException(field, expected, found));
    }

    public String file() {
        return file;
    }

    /** The line within the file, from 1. */
    public int line() {
        return line;
    }

    /** The column, or what of the whole table is at fault. */
    public String field() {
        return field;
    }
}
