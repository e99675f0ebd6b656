package io.yipiao.gateway.intake;

import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.OutboxEntry;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.seal.SealPrivateKey;

import org.jdbi.v3.core.Handle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Freezes checked and sealed bills: batch, bills, lines, outcomes and outbox entries in one
 * transaction, so that none of them is ever there without the others.
 */
final class Intake {
    static final String SAME_BILL = "bill_fingerprint_key";

    private final Database database;
    private final BatchStore store;
    private final IndexSource indexes;
    private final Outbox outbox;

    Intake(Database database, Secrets secrets, IndexSource indexes, Outbox outbox) {
        this.database = database;
        this.store = new BatchStore(secrets.personal(), secrets.people());
        this.indexes = indexes;
        this.outbox = outbox;
    }

    /**
     * Freezes what is new among some bills of a plain upload as one batch, under the issuer's key.
     *
     * @param faulty the outcomes of the lines between them
     * @return the outcomes of all those lines, in their order
     */
    List<Outcome> freeze(
            UUID upload,
            int keySeq,
            SealPrivateKey key,
            List<ReadyBill> bills,
            List<Outcome> faulty) {
        Optional<List<byte[]>> places = places(bills);
        while (true) {
            try {
                List<Outcome> outcomes =
                        database.inTransaction(
                                tx -> freeze(tx, upload, keySeq, key, bills, places, faulty));
                frozen();
                return outcomes;
            } catch (RuntimeException e) {
                // Another upload stored one of these bills between our look and our write.
                if (Database.violated(e).filter(SAME_BILL::equals).isEmpty()) {
                    throw e;
                }
            }
        }
    }

    private List<Outcome> freeze(
            Handle tx,
            UUID upload,
            int keySeq,
            SealPrivateKey key,
            List<ReadyBill> bills,
            Optional<List<byte[]>> places,
            List<Outcome> faulty) {
        Map<Fingerprint, UUID> known = BatchStore.known(tx, fingerprints(bills));
        List<Integer> fresh = fresh(bills, known);
        if (!fresh.isEmpty()) {
            List<ReadyBill> chosen = pick(bills, fresh);
            writeBills(tx, keySeq, chosen, places.map(all -> pick(all, fresh)));
            writeBatch(tx, upload, seal(keySeq, key, chosen), ids(chosen), redOnes(chosen));
        }
        List<Outcome> outcomes = outcomes(bills, known, faulty);
        UploadStore.add(tx, upload, outcomes);
        return outcomes;
    }

    /** Writes bills in the caller's transaction; their batch follows in it. */
    void writeBills(Handle tx, int keySeq, List<ReadyBill> bills, Optional<List<byte[]>> places) {
        store.writeBills(tx, keySeq, bills, places);
    }

    /**
     * Writes a batch whose bills are stored, and what is to be done on the ledger with it.
     *
     * @param members the bills, in the order of its leaves
     * @param red those of them that reverse another
     */
    void writeBatch(
            Handle tx, UUID upload, FrozenBatch frozen, List<UUID> members, List<UUID> red) {
        BatchStore.writeBatch(tx, upload, frozen, members);
        List<OutboxEntry> entries = new ArrayList<>();
        entries.add(OutboxEntry.anchor(frozen.id(), !red.isEmpty()));
        red.forEach(bill -> entries.add(OutboxEntry.reverse(frozen.id(), bill)));
        outbox.add(tx, entries);
    }

    /** Says that a batch is frozen and committed. */
    void frozen() {
        CrashPoint.BATCH_FROZEN.pass();
        outbox.wake();
    }

    /** The bills' places on the ledger; nothing while the ledger cannot be asked. */
    Optional<List<byte[]>> places(List<ReadyBill> bills) {
        if (bills.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            return indexes.indexes(bills.stream().map(b -> b.opening().core().id()).toList());
        } catch (Refused e) {
            throw new IllegalStateException("the ledger has no index key for these bills", e);
        }
    }

    private static FrozenBatch seal(int keySeq, SealPrivateKey key, List<ReadyBill> bills) {
        Batch batch = new Batch(bills.getFirst().opening().core().issuer(), fingerprints(bills));
        var header = batch.header();
        return new FrozenBatch(UUID.randomUUID(), keySeq, batch, header, header.seal(key));
    }

    private static List<UUID> ids(List<ReadyBill> bills) {
        return bills.stream().map(ReadyBill::id).toList();
    }

    private static List<UUID> redOnes(List<ReadyBill> bills) {
        return bills.stream().filter(ReadyBill::isRed).map(ReadyBill::id).toList();
    }

    private static List<Fingerprint> fingerprints(List<ReadyBill> bills) {
        return bills.stream().map(ReadyBill::fingerprint).toList();
    }

    /** The places in the list of the bills that nobody stored before, each bill once. */
    private static List<Integer> fresh(List<ReadyBill> bills, Map<Fingerprint, UUID> known) {
        Map<Fingerprint, Integer> fresh = new LinkedHashMap<>();
        for (int i = 0; i < bills.size(); i++) {
            if (!known.containsKey(bills.get(i).fingerprint())) {
                fresh.putIfAbsent(bills.get(i).fingerprint(), i);
            }
        }
        return List.copyOf(fresh.values());
    }

    private static <T> List<T> pick(List<T> all, List<Integer> places) {
        return places.stream().map(all::get).toList();
    }

    private static List<Outcome> outcomes(
            List<ReadyBill> bills, Map<Fingerprint, UUID> known, List<Outcome> faulty) {
        Map<Fingerprint, UUID> names = new LinkedHashMap<>(known);
        List<Outcome> all = new ArrayList<>(faulty);
        for (ReadyBill bill : bills) {
            UUID earlier = names.putIfAbsent(bill.fingerprint(), bill.id());
            all.add(
                    new Outcome.Registered(
                            bill.line(),
                            earlier == null ? bill.id() : earlier,
                            bill.opening().core().id(),
                            earlier != null));
        }
        all.sort(java.util.Comparator.comparingLong(Outcome::line));
        return all;
    }
}
