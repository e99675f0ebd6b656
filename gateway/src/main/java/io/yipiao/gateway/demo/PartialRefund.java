package io.yipiao.gateway.demo;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Relation;

import java.util.List;

/**
 * What a hospital issues when it refunds one line of a bill (部分退费).
 *
 * @param red takes back the whole of the old bill
 * @param again replaces it, without that line
 */
public record PartialRefund(Bill red, Bill again) {
    /** The computed tomography of the sample stay, 260.00. */
    public static final int SCAN = 12;

    /**
     * @param line its sequence
     * @param redNumber the red bill's number
     * @param newNumber the new bill's
     */
    public static PartialRefund of(Bill bill, int line, long redNumber, long newNumber) {
        BillId id = new BillId(bill.id().kind(), bill.id().code(), "%010d".formatted(newNumber));
        Bill rest = new VariedBill(bill).without(line).numbered(id.number()).bill();
        return new PartialRefund(
                DemonstrationBills.red(bill, redNumber),
                DemonstrationBills.related(
                        rest, id, new Relation(Relation.Kind.REPLACES, bill.id())));
    }

    /** Both, as they are uploaded together. */
    public List<Bill> bills() {
        return List.of(red, again);
    }
}
