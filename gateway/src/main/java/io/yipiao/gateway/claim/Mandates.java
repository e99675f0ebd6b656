package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may claim for whom. A mandate holds to the end of its last day in Shanghai. */
public final class Mandates {
    private static final String SELECT =
            "SELECT id, kind, principal, agent, until, recorded_at FROM mandate ";
    private static final String IN_FORCE =
            "revoked_at IS NULL AND (until IS NULL OR until >= :today) ";

    private final Database database;
    private final Clock clock;

    public Mandates(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Records that one person acts for another.
     *
     * @param evidence what a clerk has seen of it; empty if the principal records it himself
     * @param recordedBy the principal of the token that records it
     * @throws FieldException naming {@code agent} or {@code until}
     */
    public Mandate record(
            Mandate.Kind kind,
            PersonId principal,
            PersonId agent,
            Optional<LocalDate> until,
            String evidence,
            String recordedBy)
            throws FieldException {
        if (principal.equals(agent)) {
            throw new FieldException("agent", "another person", "the same");
        }
        if (until.filter(this::isPast).isPresent()) {
            throw new FieldException("until", "today or later", until.get().toString());
        }
        Mandate mandate =
                new Mandate(
                        UUID.randomUUID(),
                        kind,
                        principal,
                        agent,
                        until,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        database.with(handle -> insert(handle, mandate, evidence, recordedBy));
        return mandate;
    }

    /** Ends a mandate that this person gave; false if he gave none of this id that is in force. */
    public boolean revoke(UUID id, PersonId principal) {
        return database.with(handle ->
                handle.createUpdate(
                                        """
                                        UPDATE mandate SET revoked_at = :now
                                        WHERE id = :id AND principal = :principal
                                          AND revoked_at IS NULL
                                        """)
                                .bind("now", clock.instant())
                                .bind("id", id)
                                .bind("principal", Persons.bytes(principal))
                                .execute()
                        == 1);
    }

    /** Whether a day is over in Shanghai, so that no mandate can hold until then. */
    public boolean isPast(LocalDate day) {
        return day.isBefore(today());
    }

    /** Whether this person gave a mandate of this id, in force or not. */
    public boolean gave(UUID id, PersonId principal) {
        return database.with(handle ->
                handle.createQuery(
                                "SELECT EXISTS (SELECT FROM mandate WHERE id = :id AND principal ="
                                        + " :principal)")
                        .bind("id", id)
                        .bind("principal", Persons.bytes(principal))
                        .mapTo(Boolean.class)
                        .one());
    }

    /** The mandates in force that a person gave or holds, the newest first. */
    public List<Mandate> of(PersonId person) {
        return database.with(handle ->
                handle.createQuery(
                                SELECT
                                        + "WHERE (principal = :person OR agent = :person) AND "
                                        + IN_FORCE
                                        + "ORDER BY recorded_at DESC")
                        .bind("person", Persons.bytes(person))
                        .bind("today", today())
                        .map((row, context) -> read(row))
                        .list());
    }

    /** Whether one person may claim another's bills. */
    public boolean allows(PersonId agent, PersonId principal) {
        return database.with(handle -> allows(handle, agent, principal));
    }

    /** The same, in the caller's transaction. */
    boolean allows(Handle handle, PersonId agent, PersonId principal) {
        return handle.createQuery(
                        SELECT
                                + "WHERE principal = :principal AND agent = :agent AND "
                                + IN_FORCE
                                + "LIMIT 1")
                .bind("principal", Persons.bytes(principal))
                .bind("agent", Persons.bytes(agent))
                .bind("today", today())
                .map((row, context) -> read(row))
                .findOne()
                .isPresent();
    }

    /** The person's guardians, the one first whose mandate was recorded first. */
    List<PersonId> guardians(Handle handle, PersonId person) {
        return handle.createQuery(
                        SELECT
                                + "WHERE principal = :person AND kind = 'GUARDIAN' AND "
                                + IN_FORCE
                                + "ORDER BY recorded_at")
                .bind("person", Persons.bytes(person))
                .bind("today", today())
                .map((row, context) -> read(row).agent())
                .list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Bill.ZONE);
    }

    private static int insert(Handle handle, Mandate mandate, String evidence, String recordedBy) {
        return handle.createUpdate(
                        """
                        INSERT INTO mandate (id, kind, principal, agent, until, evidence, recorded_by, recorded_at)
                        VALUES (:id, :kind, :principal, :agent, :until, :evidence, :by, :at)
                        """)
                .bind("id", mandate.id())
                .bind("kind", mandate.kind().name())
                .bind("principal", Persons.bytes(mandate.principal()))
                .bind("agent", Persons.bytes(mandate.agent()))
                .bind("until", mandate.until())
                .bind("evidence", evidence)
                .bind("by", recordedBy)
                .bind("at", mandate.recordedAt())
                .execute();
    }

    private static Mandate read(ResultSet row) throws SQLException {
        return new Mandate(
                row.getObject("id", UUID.class),
                Mandate.Kind.valueOf(row.getString("kind")),
                Persons.read(row, "principal"),
                Persons.read(row, "agent"),
                Optional.ofNullable(row.getObject("until", LocalDate.class)),
                row.getTimestamp("recorded_at").toInstant());
    }
}
