package io.yipiao.gateway.projection;

import io.yipiao.gateway.ledger.LedgerBlock;
import io.yipiao.gateway.ledger.LedgerTransaction;
import io.yipiao.gateway.ledger.Validity;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import org.jdbi.v3.core.Handle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes one block into the tables, in the caller's transaction. */
final class BlockWriter {
    private final Handle tx;
    private final LedgerBlock block;

    BlockWriter(Handle tx, LedgerBlock block) {
        this.tx = tx;
        this.block = block;
    }

    /** Writes the block, which must be the one after the checkpoint, and moves the checkpoint. */
    void write() {
        Checkpoint before = ProjectionStore.lockedCheckpoint(tx);
        if (block.number() != before.nextBlock()
                || !block.previousHash().equals(before.lastHash())) {
            throw new BrokenChainException(
                    "block "
                            + block.number()
                            + " does not follow block "
                            + (before.nextBlock() - 1));
        }
        tx.execute(
                "INSERT INTO ledger_block (number, hash, previous_hash) VALUES (?, ?, ?)",
                block.number(),
                block.hash(),
                block.previousHash());
        for (LedgerTransaction transaction : block.transactions()) {
            if (transaction.validity() != Validity.DUPLICATE_TXID) {
                write(transaction);
            }
        }
        tx.execute(
                "UPDATE ledger_checkpoint SET next_block = ?, last_hash = ?",
                block.number() + 1,
                block.hash());
    }

    /**
     * A forged copy bears the id of the transaction it was made from; it is invalid, and the valid
     * one keeps its row.
     */
    private void write(LedgerTransaction transaction) {
        tx.execute(
                """
                INSERT INTO ledger_transaction (id, block, validity, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET block = excluded.block, validity = excluded.validity, at = excluded.at
                WHERE excluded.validity = 0
                """,
                transaction.id().hex(),
                block.number(),
                transaction.validity().code(),
                transaction.time());
        if (transaction.validity() != Validity.VALID) {
            return;
        }
        for (Map.Entry<String, byte[]> write : transaction.writes().entrySet()) {
            try {
                write(transaction, write.getKey(), write.getValue());
            } catch (FieldException e) {
                throw new IllegalStateException(
                        "the ledger's value of " + write.getKey() + " does not read", e);
            }
        }
    }

    private void write(LedgerTransaction transaction, String key, byte[] value)
            throws FieldException {
        String[] parts = key.split("/", -1);
        switch (parts[0]) {
            case "issuer" -> issuer(transaction, Integer.parseInt(parts[1]), text(value));
            case "payer" -> upsert("ledger_payer", "id", parts[1], text(value));
            case "red" -> upsert("ledger_red", "red_index", bytes(parts[1]), text(value));
            case "batch" -> batch(transaction, parts, JsonReader.readObject(value));
            case "bill" -> bill(transaction, bytes(parts[1]), JsonReader.readObject(value));
            case "series" -> series(parts[1], JsonReader.readObject(value));
            case "rules", "pending" -> {
                // The chaincode's own affair; nobody here asks for them.
            }
            default -> throw new FieldException("key", "a key of the registry", parts[0]);
        }
    }

    private void issuer(LedgerTransaction transaction, int number, String value) {
        tx.execute(
                """
                INSERT INTO ledger_issuer (number, value, changed_at) VALUES (?, ?, ?)
                ON CONFLICT (number) DO UPDATE
                SET value = excluded.value, changed_at = excluded.changed_at
                """,
                number,
                value,
                transaction.time());
    }

    private void upsert(String table, String column, Object key, String value) {
        tx.execute(
                "INSERT INTO %s (%s, value) VALUES (?, ?) ON CONFLICT (%s) DO UPDATE SET value = ?"
                        .formatted(table, column, column),
                key,
                value,
                value);
    }

    private void batch(LedgerTransaction transaction, String[] parts, Json.Members value)
            throws FieldException {
        tx.execute(
                """
                INSERT INTO ledger_batch (issuer, root, size, key_seq, transaction_id, block, at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (issuer, root) DO NOTHING
                """,
                Integer.parseInt(parts[1]),
                bytes(parts[2]),
                value.whole("size"),
                value.whole("keySeq"),
                transaction.id().hex(),
                block.number(),
                transaction.time());
    }

    private void bill(LedgerTransaction transaction, byte[] index, Json.Members value)
            throws FieldException {
        tx.execute("DELETE FROM ledger_bill WHERE bill_index = ?", index);
        boolean opened = value.has("fingerprint");
        tx.createUpdate(
                        """
                        INSERT INTO ledger_bill (bill_index, state, provenance, fingerprint, issuer,
                            total_fen, claimable_fen, red, waiting, alias_of, transaction_id, block)
                        VALUES (:index, :state, :provenance, :fingerprint, :issuer, :total,
                            :claimable, :red, :waiting, :aliasOf, :transaction, :block)
                        """)
                .bind("index", index)
                .bind("state", value.text("state"))
                .bind("provenance", value.optionalText("provenance").orElse(null))
                .bind("fingerprint", opened ? bytes(value.text("fingerprint")) : null)
                .bind("issuer", opened ? value.whole("issuer") : null)
                .bind("total", opened ? value.whole("total") : null)
                .bind("claimable", opened ? value.whole("claimable") : null)
                .bind("red", value.has("red") ? bytes(value.text("red")) : null)
                .bind("waiting", value.has("reds") ? Jcs.text(value.items("reds")) : null)
                .bind("aliasOf", value.has("aliasOf") ? bytes(value.text("aliasOf")) : null)
                .bind("transaction", transaction.id().hex())
                .bind("block", block.number())
                .execute();
        if (value.has("shares")) {
            shares(index, value.items("shares").objects("shares"));
        }
    }

    /** All numbers of a code that were given out, those from before included. */
    private void series(String code, Json.Members value) throws FieldException {
        tx.execute("DELETE FROM ledger_series WHERE code = ?", code);
        for (Json.Members range : value.items("ranges").objects("ranges")) {
            tx.execute(
                    """
                    INSERT INTO ledger_series (code, from_number, to_number, issuer)
                    VALUES (?, ?, ?, ?)
                    """,
                    code,
                    range.text("from"),
                    range.text("to"),
                    range.whole("issuer"));
        }
    }

    private void shares(byte[] index, List<Json.Members> shares) throws FieldException {
        int place = 0;
        for (Json.Members share : shares) {
            tx.execute(
                    """
                    INSERT INTO ledger_share (bill_index, place, payer, class, claim, fen, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                    index,
                    place++,
                    share.text("payer"),
                    share.text("class"),
                    share.text("claim"),
                    share.whole("fen"),
                    share.text("state"));
        }
    }

    private static byte[] bytes(String hex) throws FieldException {
        return Hex.read("key", hex);
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
