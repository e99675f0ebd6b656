package io.yipiao.gateway.claim;

import io.yipiao.gateway.store.Database;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Which claims are to be led on, and by whom. A lease only saves work: two that work at one claim
 * do no harm.
 */
final class ClaimQueue {
    /** How long a worker has a claim to himself; if it lasts longer, two work at it unharmed. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private final Database database;

    ClaimQueue(Database database) {
        this.database = database;
    }

    /** Takes a claim to work at it, unless somebody else does. */
    boolean lease(ClaimNumber number) {
        return database.with(handle ->
                handle.createUpdate(
                                        """
                                        UPDATE claim SET leased_until = now() + :lease * interval '1 ms'
                                        WHERE number = :number AND leased_until <= now()
                                        """)
                                .bind("lease", LEASE.toMillis())
                                .bind("number", number.text())
                                .execute()
                        == 1);
    }

    void endLease(ClaimNumber number) {
        database.with(handle ->
                handle.createUpdate(
                                "UPDATE claim SET leased_until = '-infinity' WHERE number ="
                                        + " :number")
                        .bind("number", number.text())
                        .execute());
    }

    /** Claims the gateway should lead on and nobody works at, the oldest first. */
    List<ClaimNumber> idle(int limit) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT number FROM claim
                                WHERE state IN (<states>) AND leased_until <= now()
                                ORDER BY received_at LIMIT :limit
                                """)
                        .bindList("states", underWay())
                        .bind("limit", limit)
                        .mapTo(String.class)
                        .map(ClaimNumber::new)
                        .list());
    }

    /**
     * Claims whose bill a red bill took back while they waited for a person or for their payment,
     * as far as the ledger's blocks are projected, and at whom nobody works.
     */
    List<ClaimNumber> takenBack(int limit) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT c.number FROM claim c
                                JOIN ledger_bill b ON b.bill_index = c.bill_index
                                WHERE b.red IS NOT NULL
                                  AND c.state IN ('FIRST_REVIEW', 'SECOND_REVIEW', 'SUPPLEMENT', 'PROVED')
                                  AND c.leased_until <= now()
                                LIMIT :limit
                                """)
                        .bind("limit", limit)
                        .mapTo(String.class)
                        .map(ClaimNumber::new)
                        .list());
    }

    /** Forgets the envelopes whose outcome every claim knows: nothing ended waits for one. */
    void forgetEnvelopes() {
        database.with(handle ->
                handle.createUpdate(
                                """
                                DELETE FROM claim_envelope e WHERE NOT EXISTS
                                    (SELECT FROM claim c WHERE c.state IN (<states>)
                                        AND c.transaction_id = e.transaction_id)
                                """)
                        .bindList("states", underWay())
                        .execute());
    }

    private static List<String> underWay() {
        return Arrays.stream(ClaimState.values())
                .filter(ClaimState::isUnderWay)
                .map(ClaimState::name)
                .toList();
    }
}
