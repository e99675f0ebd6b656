package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who stands at hospitals' windows, kept encrypted for two hours, and what was filed there. */
final class WindowVisits {
    private final Database database;
    private final PersonalData personal;

    WindowVisits(Database database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
    }

    UUID open(int issuer, WalkIn person) {
        UUID id = UUID.randomUUID();
        database.changeInTransaction(tx -> {
            tx.execute("DELETE FROM window_visit WHERE opened_at < now() - interval '2 hours'");
            tx.createUpdate(
                            """
                            INSERT INTO window_visit (id, issuer, paper)
                            VALUES (:id, :issuer, :paper)
                            """)
                    .bind("id", id)
                    .bind("issuer", issuer)
                    .bind("paper", personal.encrypt(cell(id), person.json()))
                    .execute();
        });
        return id;
    }

    Optional<WalkIn> of(UUID id, int issuer) {
        return database.with(handle ->
                        handle.createQuery(
                                        """
                                        SELECT paper FROM window_visit
                                        WHERE id = :id AND issuer = :issuer
                                          AND opened_at >= now() - interval '2 hours'
                                        """)
                                .bind("id", id)
                                .bind("issuer", issuer)
                                .mapTo(byte[].class)
                                .findOne())
                .map(paper -> read(personal.bytes(cell(id), paper)));
    }

    /** What somebody filed for a patient, the newest first. */
    List<ClaimNumber> filed(PersonId claimant, PersonId patient) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT number FROM claim
                                WHERE claimant = :claimant AND patient = :patient
                                ORDER BY received_at DESC, number
                                """)
                        .bind("claimant", Persons.bytes(claimant))
                        .bind("patient", Persons.bytes(patient))
                        .map((row, context) -> new ClaimNumber(row.getString("number")))
                        .list());
    }

    private static WalkIn read(byte[] json) {
        try {
            return WalkIn.read(json);
        } catch (FieldException e) {
            throw new IllegalStateException("a stored paper does not read: " + e.field(), e);
        }
    }

    private static Cell cell(UUID id) {
        return new Cell("window_visit.paper", id.toString());
    }
}
