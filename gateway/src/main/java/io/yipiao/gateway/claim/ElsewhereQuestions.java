package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.ElsewhereFiling.State;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.util.Optional;

/**
 * What a clerk asks the claimant of a bill from elsewhere for (补材料) before he records a result. Its
 * clock stands still until the answer is there. The questions stay with the number, so whoever
 * decides the claim reads them too.
 */
public final class ElsewhereQuestions {
    private final Database database;
    private final ElsewhereStore store;
    private final Supplements supplements;
    private final ClaimStore claims;

    ElsewhereQuestions(
            Database database, ElsewhereStore store, Supplements supplements, ClaimStore claims) {
        this.database = database;
        this.store = store;
        this.supplements = supplements;
        this.claims = claims;
    }

    /** Asks; the same clerk's same question again is asked once. */
    public CheckedElsewhere ask(Clerk clerk, ClaimNumber number, String question) {
        if (question.isBlank()) {
            throw new IllegalArgumentException("a question has words");
        }
        return database.inTransaction(tx -> ask(tx, clerk, number, question));
    }

    private CheckedElsewhere ask(Handle tx, Clerk clerk, ClaimNumber number, String question) {
        Optional<ElsewhereFiling> found = store.lock(tx, number);
        if (found.isEmpty()) {
            return new CheckedElsewhere.Unknown();
        }
        ElsewhereFiling filing = found.get();
        if (clerk.person().equals(filing.claimant()) || clerk.person().equals(filing.patient())) {
            return new CheckedElsewhere.OwnClaim();
        }
        if (filing.isAsked() && supplements.isAsked(tx, number, clerk, question)) {
            return new CheckedElsewhere.Done(filing);
        }
        if (!ElsewhereStore.move(tx, number, State.WAITING, State.SUPPLEMENT, claims.now())) {
            return new CheckedElsewhere.TooLate(filing);
        }
        supplements.ask(tx, number, clerk, question);
        return new CheckedElsewhere.Done(store.find(tx, number).orElseThrow());
    }

    /** Answers the question that waits, for who filed or whose bill it is; a clerk goes on then. */
    public CheckedElsewhere answer(PersonId person, ClaimNumber number, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an answer has words");
        }
        return database.inTransaction(tx -> answer(tx, person, number, text));
    }

    private CheckedElsewhere answer(Handle tx, PersonId person, ClaimNumber number, String text) {
        Optional<ElsewhereFiling> found =
                store.lock(tx, number).filter(filing -> filing.isFor(Optional.of(person)));
        if (found.isEmpty()) {
            return new CheckedElsewhere.Unknown();
        }
        if (!ElsewhereStore.move(tx, number, State.SUPPLEMENT, State.WAITING, claims.now())) {
            return new CheckedElsewhere.TooLate(found.get());
        }
        supplements.answer(tx, number, text);
        return new CheckedElsewhere.Done(store.find(tx, number).orElseThrow());
    }
}
