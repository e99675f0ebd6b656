package io.yipiao.gateway.anchor;

import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.OutboxEntry;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.BatchHeader;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.seal.Seal;

import org.jdbi.v3.core.Handle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Freezes batches as intake does, with as much of their bills as anchoring needs. */
final class FrozenBatches {
    private final Database database;
    private final Outbox outbox;

    FrozenBatches(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Freezes a batch of which nobody will open a bill. */
    UUID freeze(TestIssuer issuer, Batch batch) {
        return freeze(batch, batch.header().seal(issuer.key()));
    }

    /** Freezes a batch under any seal. */
    UUID freeze(Batch batch, Seal seal) {
        UUID id = UUID.randomUUID();
        database.changeInTransaction(tx -> {
            insert(tx, id, batch, seal);
            outbox.add(tx, List.of(OutboxEntry.anchor(id, false)));
        });
        outbox.wake();
        return id;
    }

    /** Freezes a batch of these bills and queues red ones and papers. */
    UUID freeze(TestIssuer issuer, List<Opening> bills) {
        UUID id = UUID.randomUUID();
        Batch batch = issuer.batch(bills);
        database.changeInTransaction(tx -> {
            insert(tx, id, batch, batch.header().seal(issuer.key()));
            List<OutboxEntry> entries = new ArrayList<>();
            for (int i = 0; i < bills.size(); i++) {
                UUID bill = insert(tx, bills.get(i));
                tx.execute(
                        "INSERT INTO batch_bill (batch, position, bill, proof) VALUES (?, ?, ?, ?)",
                        id,
                        i,
                        bill,
                        batch.prove(i).bytes());
                bills.get(i)
                        .core()
                        .relation()
                        .map(Relation::kind)
                        .flatMap(OutboxEntry.Kind::of)
                        .ifPresent(kind -> entries.add(OutboxEntry.related(kind, id, bill)));
            }
            boolean red = entries.stream().anyMatch(OutboxEntry::urgent);
            entries.addFirst(OutboxEntry.anchor(id, red));
            outbox.add(tx, entries);
        });
        outbox.wake();
        return id;
    }

    /** The state and outcome of a batch's entry, such as {@code DONE ANCHORED}. */
    String standing(UUID batch) {
        return standing("ANCHOR", batch);
    }

    /** The state and outcome of the reversal that waits in a batch. */
    String reversal(UUID batch) {
        return standing("REVERSE", batch);
    }

    /** The state and outcome of the exchange that waits in a batch. */
    String exchange(UUID batch) {
        return standing("EXCHANGE", batch);
    }

    /** How many entries are not finished. */
    int unfinished() {
        return count("SELECT count(*) FROM outbox WHERE state IN ('QUEUED', 'ENDORSED')");
    }

    int count(String sql) {
        return database.with(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    /** Row values by column, of one entry. */
    Map<String, Object> entry(UUID batch) {
        return database.with(handle ->
                handle.createQuery("SELECT * FROM outbox WHERE batch = :batch AND kind = 'ANCHOR'")
                        .bind("batch", batch)
                        .mapToMap()
                        .one());
    }

    private String standing(String kind, UUID batch) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT concat_ws(' ', state, outcome) FROM outbox
                                WHERE batch = :batch AND kind = :kind
                                """)
                        .bind("batch", batch)
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .one());
    }

    private static void insert(Handle tx, UUID id, Batch batch, Seal seal) {
        BatchHeader header = batch.header();
        tx.execute(
                """
                INSERT INTO batch (id, issuer, key_seq, size, root, seal, leaves)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                batch.issuer(),
                1,
                header.size(),
                header.root().bytes(),
                seal.bytes(),
                batch.bytes());
    }

    private static UUID insert(Handle tx, Opening bill) {
        UUID id = UUID.randomUUID();
        byte[] unused = new byte[64];
        tx.execute(
                """
                INSERT INTO bill (id, fingerprint, identity, issuer, key_seq, seal, opening, salts,
                    head, person, total_fen, claimable_fen, issued_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                bill.fingerprint().bytes(),
                IdentityBytes.of(bill.core().id()),
                bill.core().issuer(),
                1,
                unused,
                bill.bytes(),
                unused,
                unused,
                unused,
                bill.core().total().value(),
                bill.core().claimable().value(),
                bill.core().date());
        return id;
    }
}
