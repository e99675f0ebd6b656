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
     * Claims whose bill a red bill took back while they waited for a person or were stamped, as far
     * as the ledger's blocks are projected, if nothing followed from that yet.
     */
    List<ClaimNumber> takenBack(int limit) {
        return list(
                limit,
                """
                JOIN ledger_bill b ON b.bill_index = c.bill_index
                WHERE b.red IS NOT NULL
                  AND c.state IN ('FIRST_REVIEW', 'SECOND_REVIEW', 'SUPPLEMENT', 'PROVED', 'RECOVERING', 'RECOVERED',
                    'WRITTEN_OFF')
                  AND NOT EXISTS (SELECT FROM recovery w
                    WHERE w.claim = c.number AND w.bill = c.bill AND w.red_fen IS NOT NULL)
                """);
    }

    /**
     * Claims that ended as the bill they held was taken back, and which another bill replaces now.
     * Whoever claimed what was taken back before claims the other himself.
     */
    List<ClaimNumber> reissued(int limit) {
        return list(
                limit,
                "JOIN bill o ON o.id = c.bill JOIN bill r ON "
                        + Replacements.REPLACES
                        + """
                         WHERE c.state = 'REFUSED' AND c.reason = 'REVERSED'
                          AND (c.bill_index IS NOT NULL OR EXISTS (SELECT FROM carried k WHERE k.claim = c.number))
                        """);
    }

    /** Claims of which something is wanted back and something can be done about it. */
    List<ClaimNumber> recovering(int limit) {
        return list(
                limit,
                """
                WHERE c.state = 'RECOVERING' AND (EXISTS (SELECT FROM settlement s
                    WHERE s.claim = c.number AND (s.state IN ('RECORDED', 'ON_LEDGER') OR s.state = 'PENDING' AND EXISTS (
                        SELECT FROM recovery w JOIN ledger_share l ON l.bill_index = w.bill_index AND l.claim = w.claim
                        WHERE w.claim = s.claim AND w.bill = s.bill AND l.state = 'WRITTEN_OFF')))
                  OR EXISTS (SELECT FROM recovery w JOIN bill o ON o.id = w.bill JOIN bill r ON
                """
                        + Replacements.REPLACES
                        + """
                          WHERE w.claim = c.number AND w.bill = c.bill AND NOT w.alone
                            AND w.red_fen > w.netted_fen AND w.owed_fen > w.netted_fen + w.closed_fen)
                        OR EXISTS (SELECT FROM recovery w JOIN claim t ON t.patient = c.patient AND t.payer = c.payer
                          WHERE w.claim = c.number AND w.offset_by IS NOT NULL
                            AND w.owed_fen > w.netted_fen + w.closed_fen AND t.state = 'PROVED' AND t.number <> c.number
                            AND t.held_fen > (SELECT coalesce(sum(s.fen), 0) FROM settlement s
                              WHERE s.other = t.number AND s.state <> 'LAPSED')))
                        """);
    }

    /** Claims of which this holds and at whom nobody works. */
    private List<ClaimNumber> list(int limit, String which) {
        return database.with(handle ->
                handle.createQuery(
                                "SELECT DISTINCT c.number FROM claim c "
                                        + which
                                        + " AND c.leased_until <= now() LIMIT :limit")
                        .bind("limit", limit)
                        .mapTo(String.class)
                        .map(ClaimNumber::new)
                        .list());
    }

    /**
     * Claims that wait for a person while their bill fell into conflict, and at whom nobody works.
     */
    List<ClaimNumber> contradicted(int limit) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT c.number FROM claim c
                                JOIN ledger_bill b ON b.bill_index = c.bill_index
                                WHERE b.state = 'CONFLICT'
                                  AND c.state IN ('FIRST_REVIEW', 'SECOND_REVIEW', 'SUPPLEMENT')
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
                        .bindList("states", goingOn())
                        .execute());
    }

    /** What is recovered has envelopes too. */
    private static List<String> goingOn() {
        return Arrays.stream(ClaimState.values())
                .filter(ClaimState::mayGoOn)
                .map(ClaimState::name)
                .toList();
    }

    private static List<String> underWay() {
        return Arrays.stream(ClaimState.values())
                .filter(ClaimState::isUnderWay)
                .map(ClaimState::name)
                .toList();
    }
}
