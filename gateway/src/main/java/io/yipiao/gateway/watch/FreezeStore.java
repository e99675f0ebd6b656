package io.yipiao.gateway.watch;

import io.yipiao.gateway.alarm.Facts;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of freezes and of the wishes to lift them. */
final class FreezeStore {
    private final Clock clock;

    FreezeStore(Clock clock) {
        this.clock = clock;
    }

    /** Whether payments are frozen; what a transaction was told here stays so until it ends. */
    static boolean isFrozen(Handle handle) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT FROM payment_freeze WHERE ended_at IS NULL)")
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Begins a freeze, unless one stands. The table is locked against its readers, so that all who
     * were told that nothing is frozen have committed before, and none is told so from now on. So
     * this comes first in its transaction: two that read before they lock would wait for one
     * another.
     *
     * @return whether it began
     */
    boolean begin(Handle tx, Freeze.Cause cause, String name, String reason, Facts facts) {
        tx.execute("LOCK TABLE payment_freeze IN ACCESS EXCLUSIVE MODE");
        return tx.createUpdate(
                                """
                                INSERT INTO payment_freeze (id, cause, name, reason, facts, began_at)
                                VALUES (:id, :cause, :name, :reason, :facts, :at) ON CONFLICT DO NOTHING
                                """)
                        .bind("id", UUID.randomUUID())
                        .bind("cause", cause.name())
                        .bind("name", name)
                        .bind("reason", reason)
                        .bind("facts", facts.json())
                        .bind("at", now())
                        .execute()
                == 1;
    }

    Optional<Freeze> current(Handle handle) {
        return one(handle, "SELECT * FROM payment_freeze WHERE ended_at IS NULL", query -> query);
    }

    Optional<Freeze> find(Handle handle, UUID id) {
        return one(
                handle,
                "SELECT * FROM payment_freeze WHERE id = :id",
                query -> query.bind("id", id));
    }

    /** The freeze if it stands, kept from others until the transaction ends. */
    Optional<Freeze> lock(Handle tx, UUID id) {
        return one(
                tx,
                "SELECT * FROM payment_freeze WHERE id = :id AND ended_at IS NULL FOR UPDATE",
                query -> query.bind("id", id));
    }

    List<Freeze> history(Handle handle, int most) {
        return handle
                .createQuery("SELECT * FROM payment_freeze ORDER BY began_at DESC LIMIT :most")
                .bind("most", most)
                .map((row, context) -> read(row, List.of()))
                .list()
                .stream()
                .map(freeze -> withLifts(handle, freeze))
                .toList();
    }

    void ask(Handle tx, UUID freeze, Official who, String reason) {
        tx.createUpdate(
                        """
                        INSERT INTO freeze_lift (freeze_id, n, asker, name, reason, asked_at)
                        SELECT :freeze, 1 + count(*), :asker, :name, :reason, :at
                        FROM freeze_lift WHERE freeze_id = :freeze
                        """)
                .bind("freeze", freeze)
                .bind("asker", who.id())
                .bind("name", who.name())
                .bind("reason", reason)
                .bind("at", now())
                .execute();
    }

    /** Decides a wish that waits, and ends its freeze if that is the decision. */
    void decide(Handle tx, UUID freeze, int n, Official who, boolean confirmed) {
        Instant now = now();
        tx.createUpdate(
                        """
                        UPDATE freeze_lift SET outcome = :outcome, decider = :decider, decided_by = :name,
                            decided_at = :at
                        WHERE freeze_id = :freeze AND n = :n AND outcome IS NULL
                        """)
                .bind("outcome", confirmed ? "CONFIRMED" : "REFUSED")
                .bind("decider", who.id())
                .bind("name", who.name())
                .bind("at", now)
                .bind("freeze", freeze)
                .bind("n", n)
                .execute();
        if (confirmed) {
            tx.createUpdate("UPDATE payment_freeze SET ended_at = :at WHERE id = :id")
                    .bind("at", now)
                    .bind("id", freeze)
                    .execute();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<Freeze> one(
            Handle handle, String sql, java.util.function.UnaryOperator<Query> bind) {
        return bind.apply(handle.createQuery(sql))
                .map((row, context) -> read(row, List.of()))
                .findOne()
                .map(freeze -> withLifts(handle, freeze));
    }

    private static Freeze withLifts(Handle handle, Freeze freeze) {
        List<Freeze.Lift> lifts =
                handle.createQuery("SELECT * FROM freeze_lift WHERE freeze_id = :id ORDER BY n")
                        .bind("id", freeze.id())
                        .map((row, context) -> lift(row))
                        .list();
        return new Freeze(
                freeze.id(),
                freeze.cause(),
                freeze.name(),
                freeze.reason(),
                freeze.facts(),
                freeze.beganAt(),
                freeze.endedAt(),
                lifts);
    }

    private static Freeze read(ResultSet row, List<Freeze.Lift> lifts) throws SQLException {
        return new Freeze(
                row.getObject("id", UUID.class),
                Freeze.Cause.valueOf(row.getString("cause")),
                row.getString("name"),
                row.getString("reason"),
                Facts.read(row.getString("facts")),
                row.getTimestamp("began_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at"))
                        .map(java.sql.Timestamp::toInstant),
                lifts);
    }

    private static Freeze.Lift lift(ResultSet row) throws SQLException {
        Optional<Freeze.Outcome> outcome =
                row.getString("outcome") == null
                        ? Optional.empty()
                        : Optional.of(
                                new Freeze.Outcome(
                                        row.getString("outcome").equals("CONFIRMED"),
                                        row.getString("decided_by"),
                                        row.getTimestamp("decided_at").toInstant()));
        return new Freeze.Lift(
                row.getInt("n"),
                new Official(row.getObject("asker", UUID.class), row.getString("name")),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                outcome);
    }
}
