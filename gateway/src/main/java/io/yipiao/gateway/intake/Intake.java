package io.yipiao.gateway.intake;

import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.OutboxEntry;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.seal.SealPrivateKey;

import org.jdbi.v3.core.Handle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Freezes checked and sealed bills: batch, bills, lines, outcomes and outbox entries in one
 * transaction, so that none of them is ever there without the others.
 */
final class Intake {
    static final String SAME_BILL = "bill_fingerprint_key";

    private final Database database;
    private final BatchStore store;
    private final Places places;
    private final Outbox outbox;

    Intake(Database database, Secrets secrets, IndexSource indexes, Outbox outbox) {
        this.database = database;
        this.store = new BatchStore(secrets.personal(), secrets.people());
        this.places = new Places(indexes);
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
        Places.Found found = places.find(bills);
        List<Outcome> refused = new ArrayList<>(faulty);
        refused.addAll(found.refused());
        while (true) {
            try {
                List<Outcome> outcomes =
                        database.inTransaction(
                                tx -> freeze(tx, upload, keySeq, key, found.bills(), refused));
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
            List<Outcome> faulty) {
        Map<Fingerprint, UUID> known = BatchStore.known(tx, fingerprints(bills));
        Set<BillId> taken = BatchStore.taken(tx, identities(bills));
        List<ReadyBill> fresh = fresh(bills, known);
        if (!fresh.isEmpty()) {
            writeBills(tx, keySeq, fresh);
            writeBatch(tx, upload, seal(keySeq, key, fresh), ids(fresh), redOnes(fresh));
        }
        List<Outcome> outcomes = outcomes(bills, known, taken, faulty);
        UploadStore.add(tx, upload, outcomes);
        return outcomes;
    }

    /** Writes bills in the caller's transaction; their batch follows in it. */
    void writeBills(Handle tx, int keySeq, List<ReadyBill> bills) {
        store.writeBills(tx, keySeq, bills);
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

    /** Gives bills their places on the ledger. */
    Places.Found place(List<ReadyBill> bills) {
        return places.find(bills);
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

    static List<BillId> identities(List<ReadyBill> bills) {
        return bills.stream().map(ReadyBill::identity).toList();
    }

    /** The bills that nobody stored before, each once. */
    private static List<ReadyBill> fresh(List<ReadyBill> bills, Map<Fingerprint, UUID> known) {
        Map<Fingerprint, ReadyBill> fresh = new LinkedHashMap<>();
        for (ReadyBill bill : bills) {
            if (!known.containsKey(bill.fingerprint())) {
                fresh.putIfAbsent(bill.fingerprint(), bill);
            }
        }
        return List.copyOf(fresh.values());
    }

    private static List<Outcome> outcomes(
            List<ReadyBill> bills,
            Map<Fingerprint, UUID> known,
            Set<BillId> taken,
            List<Outcome> faulty) {
        Map<Fingerprint, UUID> names = new LinkedHashMap<>(known);
        List<Outcome> all = new ArrayList<>(faulty);
        for (ReadyBill bill : bills) {
            UUID earlier = names.putIfAbsent(bill.fingerprint(), bill.id());
            all.add(
                    earlier == null
                            ? Outcome.Registered.fresh(bill, !taken.add(bill.identity()))
                            : Outcome.Registered.known(bill, earlier));
        }
        all.sort(Comparator.comparingLong(Outcome::line));
        return all;
    }
}
