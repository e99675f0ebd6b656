package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AliasBill;
import io.yipiao.chaincode.record.AwaitingBill;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.SealedContent;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.verdict.RefusalCode;

/**
 * A bill that replaces another after a partial refund can be claimed once the other is taken back
 * and nothing of it is taken any more; from then on the other cannot be claimed.
 */
final class Replacement {
    private Replacement() {}

    /**
     * Refuses WAITS while something of the original can still be claimed, or is taken. An original
     * that nobody opened yet is told that it was replaced.
     */
    static void settle(OpenedBill bill, Transaction transaction) throws Refusal {
        if (bill.replaces().isEmpty()) {
            return;
        }
        int issuer = bill.content().issuer();
        BillIndex original = Places.follow(bill.replaces().get(), transaction);
        switch (transaction.records().bill(original).orElse(AwaitingBill.UNKNOWN)) {
            case OpenedBill opened -> checkClosed(opened);
            case AwaitingBill awaiting -> {
                refuseUnless(awaiting.awaitsOneOf(issuer));
                transaction.records().put(original, awaiting.replacedBy(issuer));
            }
            case AliasBill alias -> throw new IllegalStateException("a paper of a paper");
        }
    }

    /**
     * Opens a bill that only red bills spoke of.
     *
     * @throws Refusal CONFLICT if its issuer replaced it, but none of the issuer's red bills counts
     */
    static OpenedBill open(AwaitingBill awaiting, SealedContent content) throws Refusal {
        return settled(awaiting, OpenedBill.of(content));
    }

    /**
     * An opened bill once what waited at its place, or at its paper's, was applied.
     *
     * @throws Refusal CONFLICT if its issuer replaced it, but none of the issuer's red bills counts
     */
    static OpenedBill settled(AwaitingBill awaiting, OpenedBill opened) throws Refusal {
        OpenedBill settled = awaiting.appliedTo(opened);
        if (!settled.isReversed() && awaiting.replacedBy().contains(settled.content().issuer())) {
            throw new Refusal(
                    RefusalCode.CONFLICT,
                    "the bill was replaced, yet its red bill is of another total; a person"
                            + " decides");
        }
        return settled;
    }

    private static void checkClosed(OpenedBill original) throws Refusal {
        refuseUnless(original.isReversed());
        if (original.shares().stream().anyMatch(Replacement::isUnsettled)) {
            throw new Refusal(
                    RefusalCode.WAITS, "shares of the bill it replaces are not closed yet");
        }
    }

    /**
     * What was netted is borne by the bill that replaces, and what is left of it is owed to the
     * payer, whoever claims that bill. What was written off without is money nobody gave back.
     */
    private static boolean isUnsettled(Share share) {
        return share.state().isOccupied() && !share.isNetted();
    }

    /** Refuses WAITS. */
    static void refuseUnless(boolean reversed) throws Refusal {
        if (!reversed) {
            throw new Refusal(RefusalCode.WAITS, "the bill it replaces is not taken back yet");
        }
    }
}
