package io.yipiao.gateway.control;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which numbers did not come. If Finance says which it gave out, it is those of them without a
 * bill; else what lies between the day's own bills and their neighbours of other days, which is
 * certain only if it is as much as is missing.
 */
final class NumberGaps {
    /** More than anybody reads; a hospital that sent nothing is named by its day. */
    private static final int MOST = 200;

    /** Numbers of a hospital's bills under a code, of any day. */
    private static final String NUMBERS =
            """
            SELECT CAST(substring(encode(identity, 'hex') FROM 3 + :skip FOR :digits) AS numeric) AS n FROM bill
            WHERE issuer = :issuer AND identity BETWEEN :low AND :high
              AND (get_byte(identity, 10) = 255) = (get_byte(CAST(:low AS bytea), 10) = 255)
            """;

    /** The same with the numbers that are missing found. */
    Compared in(Handle handle, Compared counted) {
        ControlTotal stated = counted.stated();
        if (!stated.ranges().isEmpty()) {
            List<NumberRange> missing = new ArrayList<>();
            for (NumberRange range : stated.ranges()) {
                missing.addAll(gaps(handle, stated.of(), range));
            }
            return with(counted, missing, missing.size() < MOST);
        }
        if (counted.missingBills() <= 0) {
            return counted;
        }
        List<NumberRange> missing =
                around(handle, stated.of())
                        .map(range -> gaps(handle, stated.of(), range))
                        .orElse(List.of());
        BigInteger found = NumberRange.sizeOf(missing);
        return with(counted, missing, found.equals(BigInteger.valueOf(counted.missingBills())));
    }

    private static Compared with(Compared counted, List<NumberRange> missing, boolean certain) {
        return new Compared(
                counted.stated(),
                counted.version(),
                counted.bills(),
                counted.total(),
                missing,
                certain,
                counted.comparedAt());
    }

    private static List<NumberRange> gaps(Handle handle, IssueDay of, NumberRange range) {
        String sql =
                """
                SELECT first, last FROM (
                    SELECT lag(n, 1, :before) OVER (ORDER BY n) + 1 AS first, n - 1 AS last FROM (
                        SELECT DISTINCT n FROM (%s) stored UNION ALL SELECT :after) numbers) gap
                WHERE first <= last ORDER BY first LIMIT :most
                """
                        .formatted(NUMBERS);
        return bind(handle.createQuery(sql), of, range)
                .bind("before", new BigDecimal(range.first()).subtract(BigDecimal.ONE))
                .bind("after", new BigDecimal(range.last()).add(BigDecimal.ONE))
                .bind("most", MOST)
                .map((row, context) ->
                        new NumberRange(
                                number(of, row.getBigDecimal("first").toBigInteger()),
                                number(of, row.getBigDecimal("last").toBigInteger())))
                .list();
    }

    /** From behind the number before the day's first to before the one that follows its last. */
    private static Optional<NumberRange> around(Handle handle, IssueDay of) {
        String sql =
                """
                WITH own AS (SELECT min(n) AS first, max(n) AS last FROM (%1$s AND issued_on = :day) o)
                SELECT coalesce((SELECT max(n) + 1 FROM (%1$s) p WHERE n < own.first), own.first) AS first,
                    coalesce((SELECT min(n) - 1 FROM (%1$s) f WHERE n > own.last), own.last) AS last
                FROM own WHERE own.first IS NOT NULL
                """
                        .formatted(NUMBERS);
        NumberRange all = new NumberRange("0".repeat(of.digits()), "9".repeat(of.digits()));
        return bind(handle.createQuery(sql), of, all)
                .bind("day", of.day())
                .map((row, context) ->
                        new NumberRange(
                                number(of, row.getBigDecimal("first").toBigInteger()),
                                number(of, row.getBigDecimal("last").toBigInteger())))
                .findOne();
    }

    private static Query bind(Query query, IssueDay of, NumberRange range) {
        return query.bind("issuer", of.issuer())
                .bind("skip", of.code().length())
                .bind("digits", of.digits())
                .bind("low", of.identity(range.first()))
                .bind("high", of.identity(range.last()));
    }

    private static String number(IssueDay of, BigInteger n) {
        String digits = n.toString();
        return "0".repeat(of.digits() - digits.length()) + digits;
    }
}
