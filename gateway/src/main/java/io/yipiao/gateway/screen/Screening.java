package io.yipiao.gateway.screen;

import io.yipiao.gateway.intake.BillSketch;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;

import org.jdbi.v3.core.Handle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks for near duplicates, batch after batch as they were frozen. What a bill is compared with is
 * found by an index on its patient and days, and is at most {@value ScreenStore#MOST_CANDIDATES}
 * bills, so it makes no difference how many are stored. A batch is screened after it was committed;
 * so of two that come at the same moment the one that is screened later sees the other.
 */
public final class Screening implements Screen {
    /** Pairs that are read and compared together. */
    private static final int PORTION = 256;

    private final Database database;
    private final Bills bills;

    public Screening(Database database, Bills bills) {
        this.database = database;
        this.bills = bills;
    }

    /**
     * Screens every batch that waits and that no other gateway is at.
     *
     * @return how many
     */
    public int pass() {
        int batches = 0;
        while (database.inTransaction(this::next)) {
            batches++;
        }
        return batches;
    }

    /** A bill that is claimed before its batch's turn is screened at once. */
    @Override
    public Optional<Alike> likest(UUID bill) {
        Optional<Optional<Alike>> known = database.with(handle -> known(handle, bill));
        if (known.isPresent()) {
            return known.get();
        }
        // In two steps: of two bills at the same moment, the second to look sees the other's
        // sketch.
        database.changeInTransaction(tx -> sketch(tx, bill));
        return database.inTransaction(tx -> compared(tx, bill));
    }

    /** Claims in review were screened when they were computed; only older ones are not. */
    @Override
    public boolean needsTwo(Handle tx, UUID bill) {
        Optional<Optional<Alike>> known = known(tx, bill);
        if (known.isEmpty()) {
            sketch(tx, bill);
        }
        return known.orElseGet(() -> compared(tx, bill))
                .filter(alike -> alike.level() == Level.HIGH)
                .isPresent();
    }

    /** What is likest, or nothing at all of a bill that waits for its turn. */
    private static Optional<Optional<Alike>> known(Handle handle, UUID bill) {
        return ScreenStore.isScreened(handle, bill)
                ? Optional.of(ScreenStore.likest(handle, bill))
                : Optional.empty();
    }

    /** What is like a bill, the likest first, explained or not. */
    public List<NearDuplicate> nearDuplicates(UUID bill) {
        return database.with(handle -> ScreenStore.of(handle, bill));
    }

    private void sketch(Handle tx, UUID bill) {
        ScreenStore.sketch(tx, bill, BillSketch.of(read(tx, bill)));
    }

    /** Compares a bill with what is like its sketch. */
    private Optional<Alike> compared(Handle tx, UUID bill) {
        ScreenStore.keep(tx, alike(tx, ScreenStore.candidatesOfBill(tx, bill)));
        return ScreenStore.likest(tx, bill);
    }

    private boolean next(Handle tx) {
        Optional<UUID> batch = ScreenStore.next(tx);
        if (batch.isEmpty()) {
            return false;
        }
        for (UUID bill : ScreenStore.unsketched(tx, batch.get())) {
            sketch(tx, bill);
        }
        List<Pair> pairs = ScreenStore.candidatesOfBatch(tx, batch.get());
        for (int from = 0; from < pairs.size(); from += PORTION) {
            int to = Math.min(pairs.size(), from + PORTION);
            ScreenStore.keep(tx, alike(tx, pairs.subList(from, to)));
        }
        ScreenStore.screened(tx, batch.get());
        return true;
    }

    private Map<Pair, Likeness> alike(Handle tx, List<Pair> pairs) {
        Map<UUID, Bill> read = new HashMap<>();
        Map<Pair, Likeness> alike = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            Bill bill = read.computeIfAbsent(pair.bill(), id -> read(tx, id));
            Bill other = read.computeIfAbsent(pair.other(), id -> read(tx, id));
            Likeness likeness = Likeness.of(bill, other);
            if (likeness.level() != Level.LOW) {
                alike.put(pair, likeness);
            }
        }
        return alike;
    }

    private Bill read(Handle handle, UUID bill) {
        return bills.byId(handle, bill).map(StoredBill::bill).orElseThrow();
    }
}
