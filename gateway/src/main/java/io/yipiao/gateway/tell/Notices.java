package io.yipiao.gateway.tell;

import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Makes messages of the steps that concern citizens: to who made the claim, and to whose bill it
 * is. Any number of gateways may do so side by side; each step is told once.
 */
public final class Notices {
    /** The others are the gateway's own affair, and over in a moment. */
    private static final Set<ClaimState> TOLD =
            EnumSet.of(
                    ClaimState.RECEIVED,
                    ClaimState.FIRST_REVIEW,
                    ClaimState.SECOND_REVIEW,
                    ClaimState.SUPPLEMENT,
                    ClaimState.STAMPED,
                    ClaimState.PROVED,
                    ClaimState.REFUSED,
                    ClaimState.WITHDRAWN,
                    ClaimState.DUPLICATE,
                    ClaimState.RECOVERING);

    private static final int AT_ONCE = 200;

    private final Database database;

    public Notices(Database database) {
        this.database = database;
    }

    /** A step that nobody was told of yet. */
    private record Step(String claim, int number, ClaimState state, boolean first) {
        boolean concernsCitizens() {
            return TOLD.contains(state) && (first || state != ClaimState.RECEIVED);
        }
    }

    /** Tells all steps that were not told yet, the oldest first. */
    public void pass() {
        while (database.inTransaction(this::tell) == AT_ONCE) {
            // There may be more.
        }
    }

    private int tell(Handle tx) {
        List<Step> steps =
                tx.createQuery(
                                """
                                SELECT claim, step, to_state, from_state IS NULL AS first FROM claim_event
                                WHERE NOT told ORDER BY at LIMIT :limit FOR UPDATE SKIP LOCKED
                                """)
                        .bind("limit", AT_ONCE)
                        .map((row, context) ->
                                new Step(
                                        row.getString("claim"),
                                        row.getInt("step"),
                                        ClaimState.valueOf(row.getString("to_state")),
                                        row.getBoolean("first")))
                        .list();
        for (Step step : steps) {
            if (step.concernsCitizens()) {
                persons(tx, step).forEach(person -> tell(tx, step, person));
            }
            tx.createUpdate(
                            "UPDATE claim_event SET told = true WHERE claim = :claim AND step ="
                                    + " :step")
                    .bind("claim", step.claim())
                    .bind("step", step.number())
                    .execute();
        }
        return steps.size();
    }

    private static List<byte[]> persons(Handle tx, Step step) {
        return tx.createQuery(
                        """
                        SELECT claimant FROM claim WHERE number = :claim
                        UNION SELECT patient FROM claim WHERE number = :claim
                        """)
                .bind("claim", step.claim())
                .mapTo(byte[].class)
                .list();
    }

    private static void tell(Handle tx, Step step, byte[] person) {
        UUID id = UUID.randomUUID();
        tx.createUpdate(
                        """
                        INSERT INTO message (id, person, claim, step, state, at)
                        SELECT :id, :person, claim, step, to_state, at FROM claim_event
                        WHERE claim = :claim AND step = :step
                        """)
                .bind("id", id)
                .bind("person", person)
                .bind("claim", step.claim())
                .bind("step", step.number())
                .execute();
        // Who has left no number reads it on his page.
        tx.createUpdate(
                        """
                        INSERT INTO sms (id) SELECT :id WHERE EXISTS (SELECT FROM contact WHERE person = :person)
                        """)
                .bind("id", id)
                .bind("person", person)
                .execute();
    }
}
