package io.yipiao.gateway.reconcile;

/** The questions that lay ledger and database beside one another. */
final class ComparedSql {
    /**
     * A line for each batch, each opened bill and each claim's share, from either side. What is on
     * its way to the ledger, or stands there in a block that is not projected yet, is moving.
     */
    private static final String WITH_LINES =
            """
            WITH known AS (
                SELECT t.issuer, t.root, t.size, o.state,
                    o.state IN ('QUEUED', 'ENDORSED') OR o.block >= c.next_block AS moving
                FROM batch t JOIN outbox o ON o.batch = t.id AND o.kind = 'ANCHOR' CROSS JOIN ledger_checkpoint c
            ),
            claimed AS (
                SELECT c.number, c.payer, c.state, c.held_fen,
                    c.state IN ('CHECKING', 'HELD', 'APPROVED', 'RENEWING', 'RELEASING', 'NETTING', 'REVOKING', 'AMENDING')
                    OR EXISTS (
                        SELECT FROM claim_event e
                        WHERE e.claim = c.number AND e.actor = 'LEDGER' AND e.note ~ '^[0-9a-f]{64}$'
                          AND NOT EXISTS (SELECT FROM ledger_transaction x WHERE x.id = e.note)) AS moving
                FROM claim c WHERE c.payer IN (<payers>)
            ),
            expected AS (
                SELECT number, payer, 'HELD' AS state, held_fen AS fen FROM claimed
                WHERE state IN ('FIRST_REVIEW', 'SECOND_REVIEW', 'SUPPLEMENT')
                UNION ALL
                SELECT number, payer, 'STAMPED', held_fen FROM claimed
                WHERE state IN ('STAMPED', 'PROVED', 'RECOVERING', 'RECOVERED', 'WRITTEN_OFF') AND held_fen > 0
                UNION ALL
                SELECT c.number, c.payer, 'RECOVERING', sum(w.owed_fen - w.netted_fen - w.closed_fen)
                FROM claimed c JOIN recovery w ON w.claim = c.number
                GROUP BY c.number, c.payer HAVING sum(w.owed_fen - w.netted_fen - w.closed_fen) > 0
                UNION ALL
                SELECT c.number, c.payer, 'WRITTEN_OFF', sum(s.fen)
                FROM claimed c JOIN settlement s ON s.claim = c.number
                WHERE s.kind = 'WRITTEN_OFF' AND s.state IN ('ON_LEDGER', 'CLOSED') GROUP BY c.number, c.payer
            ),
            taken AS (
                SELECT claim AS number, payer, state, sum(fen) AS fen FROM ledger_share
                WHERE payer IN (<payers>) AND state IN ('HELD', 'STAMPED', 'RECOVERING', 'WRITTEN_OFF')
                GROUP BY claim, payer, state
            ),
            share AS (
                SELECT coalesce(e.number, t.number) AS number, coalesce(e.payer, t.payer) AS payer,
                    e.state AS here, e.fen AS fen, t.state AS there, t.fen AS fen_there,
                    count(*) OVER claim > 1 AND count(e.state) OVER claim > 0 AND count(t.state) OVER claim > 0 AS both
                FROM expected e FULL JOIN taken t ON t.number = e.number AND t.payer = e.payer AND t.state = e.state
                WINDOW claim AS (PARTITION BY coalesce(e.number, t.number), coalesce(e.payer, t.payer))
            ),
            line AS (
                SELECT 'BATCH' AS what,
                    coalesce(k.issuer, l.issuer) || '/' || encode(coalesce(k.root, l.root), 'hex') AS name,
                    '' AS payer,
                    CASE WHEN l.root IS NOT NULL THEN 'ANCHORED' END AS on_ledger,
                    CAST(l.size AS bigint) AS ledger_amount,
                    CASE WHEN k.state = 'DONE' THEN 'ANCHORED' ELSE k.state END AS here,
                    CAST(CASE WHEN k.state = 'DONE' THEN k.size END AS bigint) AS amount_here,
                    coalesce(k.moving, false) AS moving,
                    CASE WHEN k.root IS NULL THEN 'BATCH_UNKNOWN'
                        WHEN k.moving THEN NULL
                        WHEN k.state = 'DONE' AND l.root IS NULL THEN 'BATCH_MISSING'
                        WHEN k.state <> 'DONE' AND l.root IS NOT NULL THEN 'OTHER_STATE'
                        WHEN k.size <> l.size THEN 'BATCH_SIZE' END AS difference
                FROM known k FULL JOIN ledger_batch l ON l.issuer = k.issuer AND l.root = k.root
                UNION ALL
                SELECT 'BILL', encode(l.bill_index, 'hex'), '', l.state, l.claimable_fen,
                    CASE WHEN b.id IS NOT NULL THEN 'REGISTERED' END, b.claimable_fen, false,
                    CASE WHEN b.id IS NULL THEN 'BILL_UNKNOWN'
                        WHEN b.claimable_fen <> l.claimable_fen THEN 'OTHER_AMOUNT' END
                FROM ledger_bill l LEFT JOIN bill b ON b.fingerprint = l.fingerprint
                WHERE l.state IN ('OPEN', 'CONFLICT')
                UNION ALL
                SELECT 'SHARE', s.number, s.payer, s.there, CAST(s.fen_there AS bigint), coalesce(s.here, c.state),
                    CAST(s.fen AS bigint), coalesce(c.moving, false),
                    CASE WHEN c.number IS NULL THEN 'SHARE_WITHOUT_CLAIM'
                        WHEN c.moving THEN NULL
                        WHEN s.here IS DISTINCT FROM s.there AND s.both THEN 'OTHER_STATE'
                        WHEN s.here IS NULL THEN 'SHARE_OF_ENDED_CLAIM'
                        WHEN s.there IS NULL THEN 'CLAIM_WITHOUT_SHARE'
                        WHEN s.fen <> s.fen_there THEN 'OTHER_AMOUNT'
                        WHEN c.state = 'PROVED' AND NOT EXISTS (
                            SELECT FROM receipt r WHERE r.claim = c.number) THEN 'RECEIPT_MISSING' END
                FROM share s LEFT JOIN claimed c ON c.number = s.number AND c.payer = s.payer
            )
            """;

    static final String LINES = WITH_LINES + "SELECT * FROM line";

    /** Counts and sums of either side; the checkpoint stands beside them. */
    static final String TOTALS =
            WITH_LINES
                    + """
                    SELECT c.next_block, c.last_hash, c.rebuilding,
                        (SELECT max(at) FROM ledger_transaction) AS last_at, t.*
                    FROM ledger_checkpoint c CROSS JOIN (SELECT
                        count(*) FILTER (WHERE moving) AS moving,
                        count(*) FILTER (WHERE difference IS NOT NULL) AS differences,
                        count(*) FILTER (WHERE on_ledger = 'ANCHORED' AND NOT moving) AS batches_ledger,
                        0 AS batches_ledger_fen,
                        count(*) FILTER (WHERE what = 'BATCH' AND here = 'ANCHORED' AND NOT moving) AS batches_here,
                        0 AS batches_here_fen,
                        coalesce(sum(ledger_amount) FILTER (WHERE on_ledger = 'ANCHORED' AND NOT moving), 0)
                            AS bills_ledger,
                        0 AS bills_ledger_fen,
                        coalesce(sum(amount_here) FILTER (WHERE what = 'BATCH' AND NOT moving), 0) AS bills_here,
                        0 AS bills_here_fen,
                        %s, %s, %s
                    FROM line) t
                    """
                            .formatted(shares("HELD"), shares("STAMPED"), shares("RECOVERING"));

    /** Of the last days on which any bill was anchored, the newest first. */
    static final String DAYS =
            """
            SELECT CAST(at AT TIME ZONE 'Asia/Shanghai' AS date) AS day, sum(size) AS bills
            FROM ledger_batch GROUP BY day ORDER BY day DESC LIMIT :most
            """;

    private ComparedSql() {}

    private static String shares(String state) {
        return """
        count(*) FILTER (WHERE what = 'SHARE' AND on_ledger = '%1$s' AND NOT moving) AS %2$s_ledger,
        coalesce(sum(ledger_amount) FILTER (WHERE what = 'SHARE' AND on_ledger = '%1$s' AND NOT moving), 0)
            AS %2$s_ledger_fen,
        count(*) FILTER (WHERE what = 'SHARE' AND here = '%1$s' AND NOT moving) AS %2$s_here,
        coalesce(sum(amount_here) FILTER (WHERE what = 'SHARE' AND here = '%1$s' AND NOT moving), 0)
            AS %2$s_here_fen\
        """
                .formatted(state, state.toLowerCase(java.util.Locale.ROOT));
    }
}
