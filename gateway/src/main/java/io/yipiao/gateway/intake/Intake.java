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
import java.util.Optional;
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
    private final Door door;
    private final Outbox outbox;

    Intake(
            Database database,
            Secrets secrets,
            IndexSource indexes,
            Numbering numbers,
            Outbox outbox) {
        this.database = database;
        this.store = new BatchStore(secrets.personal(), secrets.people());
        this.places = new Places(indexes);
        this.door = new Door(numbers);
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
                Frozen frozen =
                        database.inTransaction(
                                tx -> freeze(tx, upload, keySeq, key, found.bills(), refused));
                frozen();
                if (!frozen.off().isEmpty()) {
                    tell(found.bills().getFirst().issuer(), frozen.off());
                }
                return frozen.outcomes();
            } catch (RuntimeException e) {
                // Another upload stored one of these bills between our look and our write.
                if (Database.violated(e).filter(SAME_BILL::equals).isEmpty()) {
                    throw e;
                }
            }
        }
    }

    private record Frozen(List<Outcome> outcomes, Set<BillId> off) {}

    private Frozen freeze(
            Handle tx,
            UUID upload,
            int keySeq,
            SealPrivateKey key,
            List<ReadyBill> bills,
            List<Outcome> faulty) {
        Map<Fingerprint, UUID> known = BatchStore.known(tx, fingerprints(bills));
        Set<BillId> taken = BatchStore.taken(tx, identities(bills));
        List<ReadyBill> fresh = fresh(bills, known);
        Door.Judged judged = judge(tx, fresh);
        Map<Fingerprint, Door.Obstacle> obstacles = judged.obstacles();
        List<ReadyBill> good = without(fresh, obstacles.keySet());
        if (!good.isEmpty()) {
            writeBills(tx, keySeq, good);
            writeBatch(tx, upload, seal(keySeq, key, good), ids(good), related(good));
        }
        List<Outcome> all = new ArrayList<>(faulty);
        bills.forEach(bill ->
                Optional.ofNullable(obstacles.get(bill.fingerprint()))
                        .ifPresent(obstacle -> all.add(obstacle.at(bill))));
        List<Outcome> outcomes = outcomes(without(bills, obstacles.keySet()), known, taken, all);
        UploadStore.add(tx, upload, outcomes);
        return new Frozen(outcomes, judged.off());
    }

    /** Which new bills are not let in; those that are have their papers kept. */
    Door.Judged judge(Handle tx, List<ReadyBill> fresh) {
        return door.judge(tx, fresh);
    }

    /** Has the bureau told of numbers that Finance never gave an issuer. */
    void tell(int issuer, Set<BillId> off) {
        door.tell(issuer, off);
    }

    private static List<ReadyBill> without(List<ReadyBill> bills, Set<Fingerprint> which) {
        return bills.stream().filter(bill -> !which.contains(bill.fingerprint())).toList();
    }

    /** Writes bills in the caller's transaction; their batch follows in it. */
    void writeBills(Handle tx, int keySeq, List<ReadyBill> bills) {
        store.writeBills(tx, keySeq, bills);
    }

    /**
     * Writes a batch whose bills are stored, and what is to be done on the ledger with it.
     *
     * @param members the bills, in the order of its leaves
     * @param related those of them that reverse or exchange another, with what that asks for
     */
    void writeBatch(
            Handle tx,
            UUID upload,
            FrozenBatch frozen,
            List<UUID> members,
            Map<UUID, OutboxEntry.Kind> related) {
        BatchStore.writeBatch(tx, upload, frozen, members);
        List<OutboxEntry> entries = new ArrayList<>();
        boolean reverses = related.containsValue(OutboxEntry.Kind.REVERSE);
        entries.add(OutboxEntry.anchor(frozen.id(), reverses));
        related.forEach((bill, kind) -> entries.add(OutboxEntry.related(kind, frozen.id(), bill)));
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

    /** What bills that are related to others ask for, in the order of the bills. */
    static Map<UUID, OutboxEntry.Kind> related(List<ReadyBill> bills) {
        Map<UUID, OutboxEntry.Kind> related = new LinkedHashMap<>();
        bills.forEach(bill -> bill.asks().ifPresent(kind -> related.put(bill.id(), kind)));
        return related;
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
