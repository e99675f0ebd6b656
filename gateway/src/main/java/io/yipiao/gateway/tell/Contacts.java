package io.yipiao.gateway.tell;

import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where people are reached. A phone's number is kept encrypted. */
public final class Contacts {
    private static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}");

    private final Database database;
    private final PersonalData personal;
    private final Clock clock;

    public Contacts(Database database, PersonalData personal, Clock clock) {
        this.database = database;
        this.personal = personal;
        this.clock = clock;
    }

    /**
     * Keeps a person's phone in place of the one before.
     *
     * @param phone a mobile number of mainland China, 11 digits
     * @throws FieldException naming {@code phone}
     */
    public void set(PersonId person, String phone) throws FieldException {
        if (!PHONE.matcher(phone).matches()) {
            throw new FieldException("phone", "11 digits, such as 13800000000", "something else");
        }
        database.with(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO contact (person, phone, since) VALUES (:person, :phone, :now)
                                ON CONFLICT (person) DO UPDATE SET phone = :phone, since = :now
                                """)
                        .bind("person", person.hash().bytes())
                        .bind("phone", personal.encrypt(cell(person), phone))
                        .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .execute());
    }

    /** Forgets a person's phone. */
    public void remove(PersonId person) {
        database.with(handle ->
                handle.createUpdate("DELETE FROM contact WHERE person = :person")
                        .bind("person", person.hash().bytes())
                        .execute());
    }

    /** A person's phone. */
    public Optional<String> of(PersonId person) {
        return database.with(handle -> of(handle, person));
    }

    private Optional<String> of(Handle handle, PersonId person) {
        return handle.createQuery("SELECT phone FROM contact WHERE person = :person")
                .bind("person", person.hash().bytes())
                .mapTo(byte[].class)
                .map(bytes -> personal.text(cell(person), bytes))
                .findOne();
    }

    private static Cell cell(PersonId person) {
        return new Cell("contact.phone", person.hex());
    }
}
