package io.yipiao.gateway.control;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The rows of control totals and of their comparisons. */
final class ControlStore {
    /** What Finance says now. */
    private static final String CURRENT =
            """
            SELECT DISTINCT ON (issuer, day, kind, code) * FROM control_total
            """;

    private final Clock clock;

    ControlStore(Clock clock) {
        this.clock = clock;
    }

    /** Keeps a total as the next version, unless it is what was said last. */
    void state(Handle tx, ControlTotal total, String by) {
        // Two who correct one total at once get versions one after the other.
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:of, 0))")
                .bind("of", "control/" + total.of())
                .map((row, context) -> true)
                .one();
        of(
                        tx.createUpdate(
                                """
                                INSERT INTO control_total (issuer, day, kind, code, version, bills, fen, ranges, low, high,
                                    stated_by, stated_at)
                                SELECT :issuer, :day, :kind, :code, 1 + count(*), :bills, :fen, :ranges, :low, :high, :by, :at
                                FROM control_total
                                WHERE issuer = :issuer AND day = :day AND kind = :kind AND code = :code
                                HAVING NOT coalesce(
                                    (array_agg(bills = :bills AND fen = :fen AND ranges = :ranges
                                        ORDER BY version DESC))[1], false)
                                """),
                        total.of())
                .bind("bills", total.bills())
                .bind("fen", total.total().value())
                .bind("ranges", NumberRange.text(total.ranges()))
                .bind("low", total.of().low())
                .bind("high", total.of().high())
                .bind("by", by)
                .bind("at", now())
                .execute();
    }

    /** Those that do not agree yet or were not compared, and all from this day on. */
    List<IssueDay> due(Handle handle, LocalDate from) {
        return handle.createQuery(
                        """
                        SELECT c.* FROM (%s ORDER BY issuer, day, kind, code, version DESC) c
                        LEFT JOIN control_result r USING (issuer, day, kind, code)
                        WHERE r.version IS DISTINCT FROM c.version OR NOT r.complete OR c.day >= :from
                        ORDER BY c.day, c.issuer
                        """
                                .formatted(CURRENT))
                .bind("from", from)
                .map((row, context) -> of(row))
                .list();
    }

    /** Counts what came of a total; a number with two contents counts once. */
    Optional<Compared> count(Handle handle, IssueDay of) {
        return of(
                        handle.createQuery(
                                """
                                SELECT c.*, :now AS compared_at, b.bills AS found, b.fen AS found_fen,
                                    '' AS missing, true AS certain
                                FROM (%s WHERE issuer = :issuer AND day = :day AND kind = :kind AND code = :code
                                    ORDER BY issuer, day, kind, code, version DESC) c
                                CROSS JOIN LATERAL (
                                    SELECT count(*) AS bills, coalesce(sum(total_fen), 0) AS fen FROM (
                                        SELECT DISTINCT ON (identity) identity, total_fen FROM bill
                                        WHERE issuer = c.issuer AND issued_on = c.day
                                          AND identity BETWEEN c.low AND c.high
                                          AND (get_byte(identity, 10) = 255) = (get_byte(c.low, 10) = 255)
                                        ORDER BY identity, registered_at) came) b
                                """
                                        .formatted(CURRENT)),
                        of)
                .bind("now", now())
                .map((row, context) -> read(row))
                .findOne();
    }

    void keep(Handle tx, Compared compared) {
        of(
                        tx.createUpdate(
                                """
                                INSERT INTO control_result (issuer, day, kind, code, version, bills, fen, missing, certain,
                                    complete, compared_at)
                                VALUES (:issuer, :day, :kind, :code, :version, :bills, :fen, :missing, :certain,
                                    :complete, :at)
                                ON CONFLICT (issuer, day, kind, code) DO UPDATE SET version = excluded.version,
                                    bills = excluded.bills, fen = excluded.fen, missing = excluded.missing,
                                    certain = excluded.certain, complete = excluded.complete,
                                    compared_at = excluded.compared_at
                                """),
                        compared.stated().of())
                .bind("version", compared.version())
                .bind("bills", compared.bills())
                .bind("fen", compared.total().value())
                .bind("missing", NumberRange.text(compared.missing()))
                .bind("certain", compared.certain())
                .bind("complete", compared.isComplete())
                .bind("at", compared.comparedAt())
                .execute();
    }

    List<Compared> open(Handle handle, int most) {
        return handle.createQuery(
                        """
                        SELECT c.*, r.bills AS found, r.fen AS found_fen, r.missing, r.certain, r.compared_at
                        FROM control_result r JOIN control_total c USING (issuer, day, kind, code, version)
                        WHERE NOT r.complete ORDER BY r.day DESC, r.issuer, r.code LIMIT :most
                        """)
                .bind("most", most)
                .map((row, context) -> read(row))
                .list();
    }

    Optional<Compared> find(Handle handle, IssueDay of) {
        return of(
                        handle.createQuery(
                                """
                                SELECT c.*, r.bills AS found, r.fen AS found_fen, r.missing, r.certain, r.compared_at
                                FROM control_result r JOIN control_total c USING (issuer, day, kind, code, version)
                                WHERE r.issuer = :issuer AND r.day = :day AND r.kind = :kind AND r.code = :code
                                """),
                        of)
                .map((row, context) -> read(row))
                .findOne();
    }

    List<Punctuality> punctuality(Handle handle, LocalDate from) {
        return handle.createQuery(
                        """
                        WITH delay AS (
                            SELECT issuer, CAST(registered_at AT TIME ZONE 'Asia/Shanghai' AS date) - issued_on AS days
                            FROM bill WHERE issued_on >= :from
                        ), came AS (
                            SELECT issuer, count(*) AS bills, avg(greatest(days, 0)) AS average,
                                max(greatest(days, 0)) AS latest
                            FROM delay GROUP BY issuer
                        ), sent AS (
                            SELECT issuer, sum(refused) AS refused FROM upload
                            WHERE started_at >= CAST(:from AS date) AT TIME ZONE 'Asia/Shanghai' GROUP BY issuer
                        )
                        SELECT issuer, coalesce(bills, 0) AS bills, coalesce(average, 0) AS average,
                            coalesce(latest, 0) AS latest, coalesce(refused, 0) AS refused
                        FROM came FULL JOIN sent USING (issuer) ORDER BY issuer
                        """)
                .bind("from", from)
                .map((row, context) ->
                        new Punctuality(
                                row.getInt("issuer"),
                                row.getLong("bills"),
                                row.getDouble("average"),
                                row.getLong("latest"),
                                row.getLong("refused")))
                .list();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static <S extends SqlStatement<S>> S of(S statement, IssueDay of) {
        return statement
                .bind("issuer", of.issuer())
                .bind("day", of.day())
                .bind("kind", of.kind().name())
                .bind("code", of.code());
    }

    private static IssueDay of(ResultSet row) throws SQLException {
        return new IssueDay(
                row.getInt("issuer"),
                row.getObject("day", LocalDate.class),
                BillId.Kind.valueOf(row.getString("kind")),
                row.getString("code"));
    }

    private static Compared read(ResultSet row) throws SQLException {
        return new Compared(
                new ControlTotal(
                        of(row),
                        row.getLong("bills"),
                        new Fen(row.getLong("fen")),
                        NumberRange.read(row.getString("ranges"))),
                row.getInt("version"),
                row.getLong("found"),
                new Fen(row.getLong("found_fen")),
                NumberRange.read(row.getString("missing")),
                row.getBoolean("certain"),
                row.getTimestamp("compared_at").toInstant());
    }
}
