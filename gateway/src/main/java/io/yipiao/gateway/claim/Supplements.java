package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Clerks' questions and claimants' answers, which are kept encrypted. */
public final class Supplements {
    private final Database database;
    private final PersonalData personal;
    private final Claims claims;
    private final ElsewhereStore filings;
    private final Clock clock;

    Supplements(
            Database database,
            PersonalData personal,
            Claims claims,
            ElsewhereStore filings,
            Clock clock) {
        this.filings = filings;
        this.database = database;
        this.personal = personal;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * The questions under a claim's number, those from before it was one included, the oldest
     * first; none if it is not there for the viewer.
     */
    public List<Supplement> of(ClaimNumber number, Optional<PersonId> viewer) {
        boolean his =
                claims.one(number, viewer).isPresent()
                        || database.with(handle -> filings.find(handle, number))
                                .filter(filing -> filing.isFor(viewer))
                                .isPresent();
        return his ? database.with(handle -> of(handle, number)) : List.of();
    }

    List<Supplement> of(Handle handle, ClaimNumber number) {
        return handle.createQuery("SELECT * FROM supplement WHERE claim = :claim ORDER BY round")
                .bind("claim", number.text())
                .map((row, context) -> read(number, row))
                .list();
    }

    /** Whether the question that waits is this clerk's, in these words. */
    boolean isAsked(Handle handle, ClaimNumber number, Clerk clerk, String question) {
        return handle.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM supplement
                            WHERE claim = :claim AND clerk = :clerk AND question = :question AND answer IS NULL)
                        """)
                .bind("claim", number.text())
                .bind("clerk", Persons.bytes(clerk.person()))
                .bind("question", question)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether a question waits for its answer. */
    boolean isOpen(Handle handle, ClaimNumber number) {
        return handle.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM supplement WHERE claim = :claim AND answer IS NULL)
                        """)
                .bind("claim", number.text())
                .mapTo(Boolean.class)
                .one();
    }

    void ask(Handle tx, ClaimNumber number, Clerk clerk, String question) {
        tx.createUpdate(
                        """
                        INSERT INTO supplement (claim, round, clerk, question, asked_at)
                        SELECT :claim, 1 + count(*), :clerk, :question, :at FROM supplement WHERE claim = :claim
                        """)
                .bind("claim", number.text())
                .bind("clerk", Persons.bytes(clerk.person()))
                .bind("question", question)
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
    }

    /** Answers the question that waits. */
    void answer(Handle tx, ClaimNumber number, String text) {
        int round = of(tx, number).size();
        int answered =
                tx.createUpdate(
                                """
                                UPDATE supplement SET answer = :answer, answered_at = :at
                                WHERE claim = :claim AND round = :round AND answer IS NULL
                                """)
                        .bind("answer", personal.encrypt(cell(number, round), text))
                        .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .bind("claim", number.text())
                        .bind("round", round)
                        .execute();
        if (answered != 1) {
            throw new IllegalStateException("claim " + number + " waits without a question");
        }
    }

    private Supplement read(ClaimNumber number, ResultSet row) throws SQLException {
        Cell cell = cell(number, row.getInt("round"));
        return new Supplement(
                row.getString("question"),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getBytes("answer"))
                        .map(bytes -> personal.text(cell, bytes)),
                Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant));
    }

    private static Cell cell(ClaimNumber number, int round) {
        return new Cell("supplement.answer", number.text() + "/" + round);
    }
}
