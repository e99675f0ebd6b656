package io.yipiao.gateway.calendar;

import io.yipiao.gateway.benefit.Row;
import io.yipiao.gateway.benefit.Table;
import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;

/**
 * Which days are worked. Holidays and the weekends worked for them are data ({@code holidays.csv});
 * of a year without data only the weekends are known.
 */
public final class WorkingDays {
    private static final String FILE = "holidays.csv";
    private static final String COLUMNS = "first,last,kind";

    private final Map<LocalDate, Kind> named;

    private WorkingDays(Map<LocalDate, Kind> named) {
        this.named = Map.copyOf(named);
    }

    /** What the table says of a day. */
    private enum Kind {
        OFF,
        WORK
    }

    /**
     * Reads the table.
     *
     * @throws TableException where a span ends before it begins or leaves its year, or a day is
     *     named twice
     */
    public static WorkingDays read(TableSource source) throws TableException {
        Map<LocalDate, Kind> named = new HashMap<>();
        Table.read(source, FILE, COLUMNS, row -> span(row, named));
        return new WorkingDays(named);
    }

    private static int span(Row row, Map<LocalDate, Kind> named) throws TableException {
        LocalDate first = row.day("first");
        LocalDate last = row.day("last");
        if (last.isBefore(first) || last.getYear() != first.getYear()) {
            throw row.fault("last", "a day of the same year, not before " + first, last.toString());
        }
        Kind kind = row.one("kind", Kind.values());
        int days = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (named.put(day, kind) != null) {
                throw row.fault("first", "each day once", day + " twice");
            }
            days++;
        }
        return days;
    }

    /** Whether anything is known of a year but its weekends. */
    public boolean isKnown(Year year) {
        return named.keySet().stream().anyMatch(day -> day.getYear() == year.getValue());
    }

    public boolean isWorked(LocalDate day) {
        Kind kind = named.get(day);
        if (kind != null) {
            return kind == Kind.WORK;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
