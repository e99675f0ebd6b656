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
                SELECT c.number, c.payer, c.state,
                    CASE WHEN c.state IN ('FIRST_REVIEW', 'SECOND_REVIEW', 'SUPPLEMENT') THEN 'HELD'
                        WHEN c.state IN ('STAMPED', 'PROVED') THEN 'STAMPED'
                        WHEN c.state = 'RECOVERING' THEN 'RECOVERING' END AS expected,
                    CASE WHEN c.state IN ('STAMPED', 'PROVED', 'RECOVERING') THEN c.fund_fen
                        ELSE c.held_fen END AS fen,
                    c.state IN ('CHECKING', 'HELD', 'APPROVED', 'RENEWING', 'RELEASING') OR EXISTS (
                        SELECT FROM claim_event e
                        WHERE e.claim = c.number AND e.actor = 'LEDGER' AND e.note ~ '^[0-9a-f]{64}$'
                          AND NOT EXISTS (SELECT FROM ledger_transaction x WHERE x.id = e.note)) AS moving
                FROM claim c WHERE c.payer IN (<payers>)
            ),
            taken AS (
                SELECT claim, payer, max(state) AS state, sum(fen) AS fen FROM ledger_share
                WHERE payer IN (<payers>) AND state IN ('HELD', 'STAMPED', 'RECOVERING', 'WRITTEN_OFF')
                GROUP BY claim, payer
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
                SELECT 'SHARE', coalesce(c.number, t.claim), coalesce(c.payer, t.payer), t.state,
                    CAST(t.fen AS bigint), coalesce(c.expected, c.state),
                    CASE WHEN c.expected IS NOT NULL THEN c.fen END, coalesce(c.moving, false),
                    CASE WHEN c.number IS NULL THEN 'SHARE_WITHOUT_CLAIM'
                        WHEN c.moving THEN NULL
                        WHEN c.expected IS NULL THEN 'SHARE_OF_ENDED_CLAIM'
                        WHEN t.claim IS NULL THEN 'CLAIM_WITHOUT_SHARE'
                        WHEN c.expected <> t.state THEN 'OTHER_STATE'
                        WHEN c.fen <> t.fen THEN 'OTHER_AMOUNT'
                        WHEN c.state = 'PROVED' AND NOT EXISTS (
                            SELECT FROM receipt r WHERE r.claim = c.number) THEN 'RECEIPT_MISSING' END
                FROM claimed c FULL JOIN taken t ON t.claim = c.number AND t.payer = c.payer
                WHERE t.claim IS NOT NULL OR c.expected IS NOT NULL
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
