package io.yipiao.verifier.audit;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.receipt.ShareState;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands on the ledger once all valid transactions are carried out.
 *
 * @param batches anchored
 * @param leaves bills in them
 * @param bills opened
 * @param shares by state; states that no share has are left out
 */
public record AuditTotals(
        long batches, long leaves, long bills, SortedMap<ShareState, ShareSum> shares) {

    public AuditTotals {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    /** Adds it all up; values that do not read were named before, and count for nothing. */
    static AuditTotals of(WorldState state) {
        Sums sums = new Sums();
        state.each(RegistryCheck.REGISTRY, "batch/", sums::batch);
        state.each(RegistryCheck.REGISTRY, "bill/", sums::bill);
        return new AuditTotals(sums.batches, sums.leaves, sums.bills, new TreeMap<>(sums.shares));
    }

    private static final class Sums {
        private long batches;
        private long leaves;
        private long bills;
        private final Map<ShareState, ShareSum> shares = new EnumMap<>(ShareState.class);

        private void batch(String key, byte[] value) {
            try {
                leaves += JsonReader.readObject(value).whole("size");
                batches++;
            } catch (FieldException e) {
                // A breach of kind RECORD or BATCH when it was written.
            }
        }

        private void bill(String key, byte[] value) {
            try {
                AuditedBill bill = AuditedBill.read(value);
                bills += bill.isOpened() ? 1 : 0;
                for (AuditedShare share : bill.shares()) {
                    ShareSum sum = shares.getOrDefault(share.state(), new ShareSum(0, 0));
                    shares.put(share.state(), sum.with(share.fen()));
                }
            } catch (FieldException e) {
                // A breach of kind RECORD when it was written.
            }
        }
    }
}
