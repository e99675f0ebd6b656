package io.yipiao.network.bench.row;

import io.yipiao.gateway.store.Database;

import java.util.List;

/**
 * Bills that only fill the tables, written by the database itself: one line each, all in one batch
 * that is too small for them, three in ten opened on the ledger. Indexes and foreign keys are away
 * meanwhile and made anew afterwards: kept up row by row, ten million random keys take hours.
 */
final class Filler {
    private static final long PORTION = 250_000;
    private static final List<String> TABLES =
            List.of("bill", "batch_bill", "fee_line", "ledger_bill", "ledger_share");

    private final Database database;
    private long made;

    Filler(Database database) {
        this.database = database;
    }

    /** Fills until the tables hold this many. */
    void fillTo(long bills) {
        if (made == 0) {
            batch();
        }
        Indexes away = Indexes.takenFrom(database, TABLES);
        try {
            while (made < bills) {
                long until = Math.min(bills, made + PORTION);
                portion(made + 1, until);
                made = until;
            }
        } finally {
            away.putBack();
        }
        database.<Boolean, RuntimeException>with(handle -> {
            handle.execute("ANALYZE " + String.join(", ", TABLES));
            return true;
        });
    }

    private void batch() {
        database.<RuntimeException>changeInTransaction(tx ->
                tx.execute(
                        """
                        INSERT INTO batch (id, issuer, key_seq, size, root, seal, leaves, screened_at)
                        SELECT '00000000-0000-0000-0000-0000000000b1', 1, 1, 1, sha256('filler'),
                            decode(repeat('00', 64), 'hex'), sha256('filler'), now()
                        ON CONFLICT DO NOTHING
                        """));
    }

    private void portion(long first, long last) {
        database.<RuntimeException>changeInTransaction(tx -> {
            tx.execute(
                    """
                    CREATE TEMPORARY TABLE filler ON COMMIT DROP AS
                    SELECT gen_random_uuid() AS id, i, sha256(('f' || i)::bytea) AS hash
                    FROM generate_series(?, ?) AS i
                    """,
                    first,
                    last);
            tx.execute(
                    """
                    INSERT INTO bill (id, fingerprint, identity, bill_index, issuer, key_seq, seal,
                        opening, salts, head, person, total_fen, claimable_fen, issued_on)
                    SELECT id, hash, substring(hash FOR 11), sha256(hash), 1, 1, hash || hash,
                        hash || hash || hash, hash || hash, hash || hash || hash || hash || hash,
                        sha256(('p' || i % 100000)::bytea), 47465, 47465, DATE '2026-09-21'
                    FROM filler
                    """);
            tx.execute(
                    """
                    INSERT INTO batch_bill (batch, position, bill, proof)
                    SELECT '00000000-0000-0000-0000-0000000000b1', i, id, hash FROM filler
                    """);
            tx.execute(
                    """
                    INSERT INTO fee_line (bill, sequence, category, catalogue_code, amount, content)
                    SELECT id, 1, '09', 'DEMO', 474.65, repeat('x', 200) FROM filler
                    """);
            tx.execute(
                    """
                    INSERT INTO ledger_bill (bill_index, state, fingerprint, issuer, total_fen,
                        claimable_fen, transaction_id, block)
                    SELECT sha256(hash), 'OPEN', hash, 1, 47465, 47465, encode(hash, 'hex'), 1
                    FROM filler WHERE i % 10 < 3
                    """);
            tx.execute(
                    """
                    INSERT INTO ledger_share (bill_index, place, payer, class, claim, fen, state)
                    SELECT sha256(hash), 0, 'basic', 'BASIC', 'F' || i, 11621, 'STAMPED'
                    FROM filler WHERE i % 10 < 3
                    """);
        });
    }
}
