package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Insured;
import io.yipiao.gateway.benefit.Scheme;
import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.IdType;

import org.jdbi.v3.core.Handle;

import java.util.Collection;
import java.util.Optional;

/** The people insured here, kept without clear names or numbers. */
public final class InsuredRegistry {
    private static final String SELECT =
            "SELECT id_number, name, scheme, assistance, filed_away "
                    + "FROM insured WHERE person = :person ";

    private final Database database;
    private final People people;
    private final PersonalData personal;

    public InsuredRegistry(Database database, Secrets secrets) {
        this.database = database;
        this.people = secrets.people();
        this.personal = secrets.personal();
    }

    /** Adds people, or brings what is known of them up to date; nobody is removed. */
    public void load(Collection<Insured> insured) {
        database.changeInTransaction(tx -> insured.forEach(one -> load(tx, one)));
    }

    /** The name the insurance knows a person by. */
    public Optional<String> name(PersonId person) {
        return database.with(handle -> find(handle, person, "")).map(Insured::name);
    }

    boolean knows(PersonId person) {
        return database.with(handle ->
                handle.createQuery("SELECT EXISTS (SELECT FROM insured WHERE person = :person)")
                        .bind("person", Persons.bytes(person))
                        .mapTo(Boolean.class)
                        .one());
    }

    /**
     * Finds a person and keeps others from computing for him until the transaction ends: sheets of
     * one year build on one another.
     */
    Optional<Insured> lock(Handle tx, PersonId person) {
        return find(tx, person, "FOR UPDATE");
    }

    Optional<Insured> find(Handle handle, PersonId person) {
        return find(handle, person, "");
    }

    private Optional<Insured> find(Handle handle, PersonId person, String lock) {
        return handle.createQuery(SELECT + lock)
                .bind("person", Persons.bytes(person))
                .map((row, context) ->
                        new Insured(
                                personal.text(
                                        cell("insured.id_number", person),
                                        row.getBytes("id_number")),
                                personal.text(cell("insured.name", person), row.getBytes("name")),
                                Scheme.valueOf(row.getString("scheme")),
                                row.getBoolean("assistance"),
                                row.getBoolean("filed_away")))
                .findOne();
    }

    private void load(Handle tx, Insured one) {
        PersonId person = people.id(IdType.RESIDENT_ID, one.idNumber());
        tx.createUpdate(
                        """
                        INSERT INTO insured (person, id_number, name, scheme, assistance, filed_away)
                        VALUES (:person, :number, :name, :scheme, :assistance, :away)
                        ON CONFLICT (person) DO UPDATE SET name = :name, scheme = :scheme,
                            assistance = :assistance, filed_away = :away
                        """)
                .bind("person", Persons.bytes(person))
                .bind("number", personal.encrypt(cell("insured.id_number", person), one.idNumber()))
                .bind("name", personal.encrypt(cell("insured.name", person), one.name()))
                .bind("scheme", one.scheme().name())
                .bind("assistance", one.assistance())
                .bind("away", one.filedAway())
                .execute();
    }

    private static Cell cell(String column, PersonId person) {
        return new Cell(column, person.hex());
    }
}
