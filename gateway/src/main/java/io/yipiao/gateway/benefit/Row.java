package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of a table, its cells read by column. */
public final class Row {
    private static final Pattern RATIO = Pattern.compile("0(\\.[0-9]{1,4})?|1(\\.0{1,4})?");

    private final String file;
    private final int line;
    private final List<String> columns;
    private final List<String> cells;

    Row(String file, int line, List<String> columns, String text) throws TableException {
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.cells = List.of(text.split(",", -1));
        if (cells.size() != columns.size()) {
            throw fault("cells", columns.size() + "", cells.size() + "");
        }
        for (String cell : cells) {
            if (!cell.equals(cell.strip()) || cell.contains("\"")) {
                throw fault("cells", "neither quotation marks nor spaces around", cell);
            }
        }
    }

    /** Says what a row should hold instead. */
    public TableException fault(String field, String expected, String found) {
        return new TableException(file, line, field, expected, found);
    }

    /** Reads a value whose own checks speak of fields. */
    <T> T checked(Checked<T> construction) throws TableException {
        try {
            return construction.make();
        } catch (FieldException e) {
            throw new TableException(file, line, e);
        }
    }

    /** A construction that may refuse a field. */
    @FunctionalInterface
    interface Checked<T> {
        T make() throws FieldException;
    }

    String firstColumn() {
        return columns.getFirst();
    }

    String text(String column) throws TableException {
        return optional(column).orElseThrow(() -> fault(column, "a value", "nothing"));
    }

    Optional<String> optional(String column) {
        String cell = cells.get(columns.indexOf(column));
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    Fen yuan(String column) throws TableException {
        String cell = text(column);
        return checked(() -> Fen.ofYuan(column, cell));
    }

    Optional<Fen> optionalYuan(String column) throws TableException {
        return optional(column).isEmpty() ? Optional.empty() : Optional.of(yuan(column));
    }

    BigDecimal ratio(String column) throws TableException {
        String cell = text(column);
        if (!RATIO.matcher(cell).matches()) {
            throw fault(column, "a ratio from 0 to 1 with at most 4 places", cell);
        }
        return new BigDecimal(cell);
    }

    Optional<BigDecimal> optionalRatio(String column) throws TableException {
        return optional(column).isEmpty() ? Optional.empty() : Optional.of(ratio(column));
    }

    boolean yes(String column) throws TableException {
        return switch (text(column)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw fault(column, "yes or no", text(column));
        };
    }

    /** A day such as 2026-01-01. */
    public LocalDate day(String column) throws TableException {
        try {
            return LocalDate.parse(text(column));
        } catch (DateTimeParseException e) {
            throw fault(column, "a day such as 2026-01-01", text(column));
        }
    }

    /** One of an enumeration's names. */
    public <E extends Enum<E>> E one(String column, E[] known) throws TableException {
        String cell = text(column);
        for (E value : known) {
            if (value.name().equals(cell)) {
                return value;
            }
        }
        throw fault(column, "one of " + Arrays.toString(known), cell);
    }

    <E extends Enum<E>> Optional<E> optionalOne(String column, E[] known) throws TableException {
        return optional(column).isEmpty() ? Optional.empty() : Optional.of(one(column, known));
    }
}
