package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Where people's benefits are paid: one account a person, of which earlier versions are kept. */
public final class PayeeAccounts {
    private static final String SELECT =
            "SELECT id, holder, bank, number, confirmed, since FROM payee_account ";

    private final Database database;
    private final PersonalData personal;
    private final InsuredRegistry insured;
    private final Clock clock;

    public PayeeAccounts(Database database, Secrets secrets, InsuredRegistry insured, Clock clock) {
        this.database = database;
        this.personal = secrets.personal();
        this.insured = insured;
        this.clock = clock;
    }

    /**
     * Registers a person's account in place of the one before.
     *
     * @param holder the name on it, which must be the person's own as far as the insurance knows it
     * @throws FieldException naming {@code holder}, {@code bank} or {@code number}
     */
    public PayeeAccount put(PersonId person, String holder, String bank, String number)
            throws FieldException {
        check("holder", holder, "\\S(.{0,98}\\S)?", "the holder's name");
        check("bank", bank, "\\S(.{0,98}\\S)?", "the bank's name");
        check("number", number, "[0-9]{8,32}", "8 to 32 digits");
        Optional<String> known = insured.name(person);
        if (known.isPresent() && !known.get().equals(holder)) {
            throw new FieldException("holder", "your own name, as you are insured", "another name");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PayeeAccount account =
                new PayeeAccount(UUID.randomUUID(), holder, bank, number, known.isPresent(), now);
        database.changeInTransaction(tx -> replace(tx, person, account));
        return account;
    }

    /** The person's present account. */
    public Optional<PayeeAccount> of(PersonId person) {
        return database.with(handle -> current(handle, person));
    }

    Optional<PayeeAccount> current(Handle handle, PersonId person) {
        return handle.createQuery(SELECT + "WHERE person = :person AND replaced_at IS NULL")
                .bind("person", Persons.bytes(person))
                .map((row, context) -> read(row))
                .findOne();
    }

    boolean isConfirmed(Handle handle, UUID id) {
        return handle.createQuery("SELECT confirmed FROM payee_account WHERE id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /** Two at the same moment come one after the other. */
    private static void lock(Handle tx, PersonId person) {
        tx.createQuery(
                        "SELECT pg_advisory_xact_lock(hashtextextended('payee/' || :person, 0)) IS"
                                + " NULL")
                .bind("person", person.hex())
                .mapTo(Boolean.class)
                .one();
    }

    private void replace(Handle tx, PersonId person, PayeeAccount account) {
        lock(tx, person);
        tx.createUpdate(
                        """
                        UPDATE payee_account SET replaced_at = :now
                        WHERE person = :person AND replaced_at IS NULL
                        """)
                .bind("now", account.since())
                .bind("person", Persons.bytes(person))
                .execute();
        tx.createUpdate(
                        """
                        INSERT INTO payee_account (id, person, holder, bank, number, confirmed, since)
                        VALUES (:id, :person, :holder, :bank, :number, :confirmed, :since)
                        """)
                .bind("id", account.id())
                .bind("person", Persons.bytes(person))
                .bind("holder", personal.encrypt(holderCell(account.id()), account.holder()))
                .bind("bank", account.bank())
                .bind("number", personal.encrypt(numberCell(account.id()), account.number()))
                .bind("confirmed", account.confirmed())
                .bind("since", account.since())
                .execute();
    }

    private PayeeAccount read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new PayeeAccount(
                id,
                personal.text(holderCell(id), row.getBytes("holder")),
                row.getString("bank"),
                personal.text(numberCell(id), row.getBytes("number")),
                row.getBoolean("confirmed"),
                row.getTimestamp("since").toInstant());
    }

    private static Cell holderCell(UUID id) {
        return new Cell("payee_account.holder", id.toString());
    }

    private static Cell numberCell(UUID id) {
        return new Cell("payee_account.number", id.toString());
    }

    private static void check(String field, String text, String shape, String expected)
            throws FieldException {
        if (!text.matches(shape)) {
            throw new FieldException(field, expected, "something else");
        }
    }
}
