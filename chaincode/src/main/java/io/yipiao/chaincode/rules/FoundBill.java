package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AwaitingBill;
import io.yipiao.chaincode.record.LedgerBill;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.SealedContent;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

/**
 * A bill as a call finds it that brings what opens it: opened by this call, or before with this
 * content or another.
 *
 * @param index where it stands
 * @param bill how it stands; not written yet if this call opens it
 * @param content what this call opened
 */
record FoundBill(BillIndex index, OpenedBill bill, SealedContent content) {

    static FoundBill by(ProvenOpening opening, Transaction transaction) throws Refusal {
        opening.check(transaction);
        BillIndex index = transaction.index(opening.core().id());
        SealedContent content = SealedContent.of(opening.opening());
        LedgerBill standing = transaction.records().bill(index).orElse(AwaitingBill.UNKNOWN);
        OpenedBill bill =
                switch (standing) {
                    case AwaitingBill awaiting -> Replacement.open(awaiting, content);
                    case OpenedBill opened -> opened;
                };
        FoundBill found = new FoundBill(index, bill, content);
        // A number is judged where a content comes in: what stands stays good.
        if (standing instanceof AwaitingBill || !found.isSame()) {
            Numbering.check(opening.core(), transaction);
        }
        return found;
    }

    /** Whether the ledger knows it with the content that this call brought. */
    boolean isSame() {
        return bill.content().fingerprint().equals(content.fingerprint());
    }

    /** Remembers that a second content was sealed for this place. */
    Json.Members contradict(Transaction transaction) {
        transaction.records().put(index, bill.contradictedBy(content));
        return ShareAnswer.conflict(index);
    }
}
