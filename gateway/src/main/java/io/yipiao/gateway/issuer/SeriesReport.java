package io.yipiao.gateway.issuer;

import io.yipiao.gateway.issuer.SeriesUse.Gap;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * How an issuer used the numbers that Finance gave it, as far as bills are stored here: what is
 * used, passed over, used twice, or nobody's. Every list is bounded; counts are not.
 */
public final class SeriesReport {
    /** How many gaps of a series, or numbers of a list, are named. */
    public static final int NAMED = 50;

    /** The numbers of a series that are used, each once. */
    private static final String USED =
            """
            WITH used AS (
                SELECT DISTINCT encode(substring(b.identity FROM 6 FOR 5), 'hex')::bigint AS n FROM bill b
                WHERE b.issuer = :issuer AND get_byte(b.identity, 0) IN (1, 4)
                    AND substring(b.identity FROM 2)
                        BETWEEN decode(:first, 'hex') AND decode(:last, 'hex')),
            beside AS (SELECT n, lag(n, 1, :from - 1) OVER (ORDER BY n) AS before FROM used)
            """;

    private final Database database;

    public SeriesReport(Database database) {
        this.database = database;
    }

    /**
     * What lies outside of the order.
     *
     * @param numbers the first of them, as code and number
     * @param count how many there are
     */
    public record Odd(List<String> numbers, long count) {
        public Odd {
            numbers = List.copyOf(numbers);
        }
    }

    /** An issuer's series, in the order of codes and numbers. */
    public List<SeriesUse> series(int issuer) {
        return database.with(handle ->
                handle
                        .createQuery(
                                """
                                SELECT code, from_number, to_number FROM ledger_series
                                WHERE issuer = :issuer ORDER BY code, from_number
                                """)
                        .bind("issuer", issuer)
                        .map((row, context) -> range(row))
                        .list()
                        .stream()
                        .map(range -> use(handle, issuer, range))
                        .toList());
    }

    /** Numbers that more than one content bears, of e-bills and papers together. */
    public Odd twice(int issuer) {
        return odd(
                issuer,
                """
                SELECT encode(substring(identity FROM 2), 'hex') AS face, count(*) OVER () AS all_of
                FROM bill WHERE issuer = :issuer AND get_byte(identity, 0) IN (1, 4)
                GROUP BY substring(identity FROM 2) HAVING count(*) > 1
                ORDER BY substring(identity FROM 2) LIMIT :named
                """);
    }

    /**
     * Numbers of codes that Finance numbers, in no series of this issuer: red bills, which the
     * ledger takes whatever their number, and bills from before the series.
     */
    public Odd outside(int issuer) {
        return odd(
                issuer,
                """
                SELECT encode(substring(b.identity FROM 2), 'hex') AS face, count(*) OVER () AS all_of
                FROM bill b WHERE b.issuer = :issuer AND get_byte(b.identity, 0) IN (1, 4)
                    AND EXISTS (SELECT FROM ledger_series s
                        WHERE s.code = encode(substring(b.identity FROM 2 FOR 4), 'hex'))
                    AND NOT EXISTS (SELECT FROM ledger_series s
                        WHERE s.issuer = b.issuer
                            AND s.code = encode(substring(b.identity FROM 2 FOR 4), 'hex')
                            AND encode(substring(b.identity FROM 6 FOR 5), 'hex')
                                BETWEEN s.from_number AND s.to_number)
                ORDER BY substring(b.identity FROM 2) LIMIT :named
                """);
    }

    private Odd odd(int issuer, String sql) {
        return database.with(handle -> {
            long[] count = {0};
            List<String> faces =
                    handle.createQuery(sql)
                            .bind("issuer", issuer)
                            .bind("named", NAMED)
                            .map((row, context) -> {
                                count[0] = row.getLong("all_of");
                                String face = row.getString("face");
                                return face.substring(0, 8) + "-" + face.substring(8, 18);
                            })
                            .list();
            return new Odd(faces, count[0]);
        });
    }

    private record Range(String code, String from, String to) {}

    private static Range range(ResultSet row) throws SQLException {
        return new Range(
                row.getString("code"), row.getString("from_number"), row.getString("to_number"));
    }

    private static SeriesUse use(Handle handle, int issuer, Range range) {
        List<Gap> gaps =
                handle.createQuery(
                                USED
                                        + "SELECT before + 1 AS first, n - 1 AS last FROM beside"
                                        + " WHERE n > before + 1 ORDER BY n LIMIT :named")
                        .bind("issuer", issuer)
                        .bind("first", range.code() + range.from() + "ff")
                        .bind("last", range.code() + range.to() + "ff")
                        .bind("from", Long.parseLong(range.from()))
                        .bind("named", NAMED)
                        .map((row, context) ->
                                new Gap(digits(row.getLong("first")), digits(row.getLong("last"))))
                        .list();
        return handle.createQuery(
                        USED
                                + "SELECT count(*) AS used, max(n) AS last,"
                                + " coalesce(sum(n - before - 1), 0) AS missing FROM beside")
                .bind("issuer", issuer)
                .bind("first", range.code() + range.from() + "ff")
                .bind("last", range.code() + range.to() + "ff")
                .bind("from", Long.parseLong(range.from()))
                .map((row, context) -> {
                    long used = row.getLong("used");
                    long next = used == 0 ? Long.parseLong(range.from()) : row.getLong("last") + 1;
                    return new SeriesUse(
                            range.code(),
                            range.from(),
                            range.to(),
                            used,
                            Optional.of(digits(next))
                                    .filter(number -> number.compareTo(range.to()) <= 0),
                            gaps,
                            row.getLong("missing"));
                })
                .one();
    }

    private static String digits(long number) {
        return String.format(java.util.Locale.ROOT, "%010d", number);
    }
}
