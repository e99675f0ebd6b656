package io.yipiao.verifier.audit;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.ArrayList;
import java.util.List;

/**
 * A bill as the ledger holds it, as far as sums and moves go; members that are not named here are
 * passed over.
 *
 * @param isOpened whether its content is known, and not just a red bill for it
 * @param limit how much of it may be taken: the claimable fen, 0 once it is reversed
 * @param word whose word its content is; empty while nobody gave any
 * @param aliasOf the place of the bill that this one is a paper of; empty if it is none
 * @param shares what was taken, the oldest first
 */
record AuditedBill(
        boolean isOpened, long limit, String word, String aliasOf, List<AuditedShare> shares) {
    static final AuditedBill UNKNOWN = new AuditedBill(false, 0, "", "", List.of());

    static AuditedBill read(byte[] value) throws FieldException {
        Json.Members bill = JsonReader.readObject(value);
        List<AuditedShare> shares = new ArrayList<>();
        if (bill.has("shares")) {
            for (Json.Members share : bill.items("shares").objects("shares")) {
                shares.add(AuditedShare.read(share));
            }
        }
        boolean isOpened = bill.has("fingerprint");
        boolean isReversed = bill.has("red");
        return new AuditedBill(
                isOpened,
                isOpened && !isReversed ? bill.whole("claimable") : 0,
                bill.has("provenance") ? bill.text("provenance") : "",
                bill.has("aliasOf") ? bill.text("aliasOf") : "",
                List.copyOf(shares));
    }

    /** Whether what stands then is on another's word, so that shares taken before may be cut. */
    boolean isPromotedTo(AuditedBill then) {
        return !word.isEmpty() && !word.equals(then.word);
    }

    /** Whether it turns into a paper of a bill that takes its shares over. */
    boolean isHandedOverTo(AuditedBill then) {
        return !shares.isEmpty() && aliasOf.isEmpty() && !then.aliasOf.isEmpty();
    }

    /** With the shares of a paper behind its own. */
    AuditedBill joinedBy(AuditedBill paper) {
        List<AuditedShare> all = new ArrayList<>(shares);
        all.addAll(paper.shares);
        return new AuditedBill(isOpened, limit, word + "+" + paper.word, aliasOf, all);
    }

    AuditedBill withoutShares() {
        return new AuditedBill(isOpened, limit, word, aliasOf, List.of());
    }

    long occupied() {
        return sum(shares.stream().filter(share -> share.state().isOccupied()).toList());
    }

    static long sum(List<AuditedShare> shares) {
        return shares.stream().mapToLong(AuditedShare::fen).sum();
    }
}
