package io.yipiao.gateway.alarm;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of alarms and of their history. */
final class AlarmStore {
    private static final String EVENT =
            """
            INSERT INTO alarm_event (alarm, step, at, from_state, to_state, name, reason)
            SELECT :alarm, 1 + count(*), :at, :from, :to, :name, :reason FROM alarm_event WHERE alarm = :alarm
            """;

    private final Clock clock;

    AlarmStore(Clock clock) {
        this.clock = clock;
    }

    void raise(Handle tx, AlarmKind kind, Subject subject, Facts facts) {
        UUID fresh = UUID.randomUUID();
        UUID open =
                named(
                                tx.createQuery(
                                        """
                                        INSERT INTO alarm (id, kind, subject_type, subject, facts, state, raised_at, last_seen_at)
                                        VALUES (:id, :kind, :type, :subject, :facts, 'NEW', :at, :at)
                                        ON CONFLICT (kind, subject_type, subject) WHERE state <> 'CLOSED'
                                        DO UPDATE SET times = alarm.times + 1,
                                            last_seen_at = greatest(alarm.last_seen_at, excluded.last_seen_at)
                                        RETURNING id
                                        """),
                                kind,
                                subject)
                        .bind("id", fresh)
                        .bind("facts", facts.json())
                        .bind("at", now())
                        .mapTo(UUID.class)
                        .one();
        if (open.equals(fresh)) {
            event(tx, fresh, Optional.empty(), AlarmState.NEW, "", "");
        }
    }

    boolean everRaised(Handle handle, AlarmKind kind, Subject subject) {
        return named(
                        handle.createQuery(
                                """
                                SELECT EXISTS (SELECT FROM alarm
                                    WHERE kind = :kind AND subject_type = :type AND subject = :subject)
                                """),
                        kind,
                        subject)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether the last of them was closed by a person. */
    boolean dealtWith(Handle handle, AlarmKind kind, Subject subject) {
        return named(
                        handle.createQuery(
                                """
                                SELECT e.to_state = 'CLOSED' AND e.name <> ''
                                FROM alarm a JOIN alarm_event e ON e.alarm = a.id
                                WHERE a.kind = :kind AND a.subject_type = :type AND a.subject = :subject
                                ORDER BY a.state = 'CLOSED', a.raised_at DESC, e.step DESC LIMIT 1
                                """),
                        kind,
                        subject)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /** The open one, kept from others until the transaction ends. */
    Optional<Alarm> open(Handle tx, AlarmKind kind, Subject subject) {
        return named(
                        tx.createQuery(
                                """
                                SELECT * FROM alarm WHERE kind = :kind AND subject_type = :type
                                    AND subject = :subject AND state <> 'CLOSED' FOR UPDATE
                                """),
                        kind,
                        subject)
                .map((row, context) -> read(row))
                .findOne();
    }

    Optional<Alarm> find(Handle handle, UUID id) {
        return one(handle.createQuery("SELECT * FROM alarm WHERE id = :id"), id);
    }

    /** The same, kept from others until the transaction ends. */
    Optional<Alarm> lock(Handle tx, UUID id) {
        return one(tx.createQuery("SELECT * FROM alarm WHERE id = :id FOR UPDATE"), id);
    }

    List<Alarm> list(Handle handle, AlarmFilter filter) {
        return handle.createQuery(
                        """
                        SELECT * FROM alarm
                        WHERE state = coalesce(:state, state) AND kind = coalesce(:kind, kind)
                        ORDER BY raised_at DESC, id LIMIT :most
                        """)
                .bind("state", filter.state().map(AlarmState::name))
                .bind("kind", filter.kind().map(AlarmKind::name))
                .bind("most", filter.most())
                .map((row, context) -> read(row))
                .list();
    }

    Map<AlarmState, Long> counts(Handle handle) {
        Map<AlarmState, Long> counts = new EnumMap<>(AlarmState.class);
        for (AlarmState state : AlarmState.values()) {
            counts.put(state, 0L);
        }
        handle.createQuery("SELECT state, count(*) AS n FROM alarm GROUP BY state")
                .map((row, context) ->
                        Map.entry(AlarmState.valueOf(row.getString("state")), row.getLong("n")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    List<AlarmEvent> history(Handle handle, UUID id) {
        return handle.createQuery("SELECT * FROM alarm_event WHERE alarm = :id ORDER BY step")
                .bind("id", id)
                .map((row, context) ->
                        new AlarmEvent(
                                row.getTimestamp("at").toInstant(),
                                AlarmState.valueOf(row.getString("to_state")),
                                row.getString("name"),
                                row.getString("reason")))
                .list();
    }

    /**
     * Takes a step.
     *
     * @throws IllegalStateException if it is none of {@link AlarmState#next()}, or the alarm is no
     *     longer in the state it was read in
     */
    void move(Handle tx, Alarm alarm, AlarmState to, String name, String reason) {
        if (!alarm.state().next().contains(to)) {
            throw new IllegalStateException(alarm.state() + " never leads to " + to);
        }
        int moved =
                tx.createUpdate("UPDATE alarm SET state = :to WHERE id = :id AND state = :from")
                        .bind("to", to.name())
                        .bind("id", alarm.id())
                        .bind("from", alarm.state().name())
                        .execute();
        if (moved != 1) {
            throw new IllegalStateException("alarm " + alarm.id() + " was moved by somebody else");
        }
        event(tx, alarm.id(), Optional.of(alarm.state()), to, name, reason);
    }

    private void event(
            Handle tx,
            UUID alarm,
            Optional<AlarmState> from,
            AlarmState to,
            String name,
            String reason) {
        tx.createUpdate(EVENT)
                .bind("alarm", alarm)
                .bind("at", now())
                .bind("from", from.map(AlarmState::name))
                .bind("to", to.name())
                .bind("name", name)
                .bind("reason", reason)
                .execute();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<Alarm> one(Query query, UUID id) {
        return query.bind("id", id).map((row, context) -> read(row)).findOne();
    }

    private static <S extends SqlStatement<S>> S named(S query, AlarmKind kind, Subject subject) {
        return query.bind("kind", kind.name())
                .bind("type", subject.type().name())
                .bind("subject", subject.id());
    }

    private static Alarm read(ResultSet row) throws SQLException {
        return new Alarm(
                row.getObject("id", UUID.class),
                AlarmKind.valueOf(row.getString("kind")),
                new Subject(
                        Subject.Type.valueOf(row.getString("subject_type")),
                        row.getString("subject")),
                Facts.read(row.getString("facts")),
                AlarmState.valueOf(row.getString("state")),
                row.getTimestamp("raised_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getInt("times"));
    }
}
