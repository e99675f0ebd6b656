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

    /** One statement for all of a kind: a step is told with the messages written, or not at all. */
    private static final String TELL =
            """
            WITH untold AS (
                SELECT claim, step, from_state, to_state, at FROM %1$s
                WHERE NOT told ORDER BY at LIMIT :limit FOR UPDATE SKIP LOCKED
            ), told AS (
                UPDATE %1$s e SET told = true FROM untold u WHERE e.claim = u.claim AND e.step = u.step
            ), written AS (
                INSERT INTO message (id, person, claim, step, filing, state, at)
                SELECT gen_random_uuid(), p.person, u.claim, u.step, %3$s, %4$s, u.at
                FROM untold u JOIN %2$s c ON c.number = u.claim
                CROSS JOIN LATERAL (SELECT c.claimant AS person UNION SELECT c.patient) p
                WHERE %5$s
                RETURNING id, person
            ), texted AS ( -- who has left no number reads it on his page
                INSERT INTO sms (id) SELECT w.id FROM written w JOIN contact c ON c.person = w.person
            )
            SELECT count(*) FROM untold
            """;

    /** A claim that was a bill from elsewhere before has said already that it came in. */
    private static final String CLAIMS =
            TELL.formatted(
                    "claim_event",
                    "claim",
                    "false",
                    "u.to_state",
                    """
                    u.to_state IN (<states>)
                        AND CASE WHEN u.from_state IS NULL
                            THEN NOT EXISTS (SELECT FROM elsewhere f WHERE f.number = u.claim)
                            ELSE u.to_state <> 'RECEIVED' END
                        AND coalesce(u.from_state, '') NOT IN (u.to_state, 'NETTING', 'REVOKING')\
                    """);

    /** Bills from elsewhere speak of themselves in the words of claims, which they will be. */
    private static final String FILINGS =
            TELL.formatted(
                    "elsewhere_event",
                    "elsewhere",
                    "true",
                    """
                    CASE WHEN u.from_state IS NULL THEN 'RECEIVED'
                        WHEN u.to_state = 'WAITING' THEN 'CHECKING' ELSE u.to_state END\
                    """,
                    "u.to_state <> 'ACCEPTED'");

    private final Database database;

    public Notices(Database database) {
        this.database = database;
    }

    /** Tells all steps that were not told yet, the oldest first. */
    public void pass() {
        while (database.inTransaction(Notices::ofFilings) == AT_ONCE
                || database.inTransaction(Notices::ofClaims) == AT_ONCE) {
            // There may be more.
        }
    }

    private static int ofFilings(Handle tx) {
        return tx.createQuery(FILINGS).bind("limit", AT_ONCE).mapTo(Integer.class).one();
    }

    private static int ofClaims(Handle tx) {
        return tx.createQuery(CLAIMS)
                .bind("limit", AT_ONCE)
                .bindList("states", TOLD.stream().map(ClaimState::name).toList())
                .mapTo(Integer.class)
                .one();
    }
}
