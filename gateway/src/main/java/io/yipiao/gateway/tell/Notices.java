package io.yipiao.gateway.tell;

import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.util.EnumSet;
import java.util.Set;

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
                    ClaimState.RECOVERING,
                    ClaimState.RECOVERED,
                    ClaimState.WRITTEN_OFF);

    private static final int AT_ONCE = 200;

    /** One statement for all of them: a step is told with the messages written, or not at all. */
    private static final String TELL =
            """
            WITH untold AS (
                SELECT claim, step, from_state, to_state, at FROM claim_event
                WHERE NOT told ORDER BY at LIMIT :limit FOR UPDATE SKIP LOCKED
            ), told AS (
                UPDATE claim_event e SET told = true FROM untold u WHERE e.claim = u.claim AND e.step = u.step
            ), written AS (
                INSERT INTO message (id, person, claim, step, state, at)
                SELECT gen_random_uuid(), p.person, u.claim, u.step, u.to_state, u.at
                FROM untold u JOIN claim c ON c.number = u.claim
                CROSS JOIN LATERAL (SELECT c.claimant AS person UNION SELECT c.patient) p
                WHERE u.to_state IN (<states>) AND (u.from_state IS NULL OR u.to_state <> 'RECEIVED')
                    AND coalesce(u.from_state, '') NOT IN (u.to_state, 'NETTING', 'REVOKING')
                RETURNING id, person
            ), texted AS ( -- who has left no number reads it on his page
                INSERT INTO sms (id) SELECT w.id FROM written w JOIN contact c ON c.person = w.person
            )
            SELECT count(*) FROM untold
            """;

    private final Database database;

    public Notices(Database database) {
        this.database = database;
    }

    /** Tells all steps that were not told yet, the oldest first. */
    public void pass() {
        while (database.inTransaction(Notices::tell) == AT_ONCE) {
            // There may be more.
        }
    }

    private static int tell(Handle tx) {
        return tx.createQuery(TELL)
                .bind("limit", AT_ONCE)
                .bindList("states", TOLD.stream().map(ClaimState::name).toList())
                .mapTo(Integer.class)
                .one();
    }
}
