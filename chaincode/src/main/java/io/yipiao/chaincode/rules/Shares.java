package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.record.ShareTransition;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.receipt.ShareState;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;

/** Finds a bill, a claim's share of it, and where an operation may lead that. */
final class Shares {
    private Shares() {}

    /** The bill at an index, opened by a hold before. */
    static OpenedBill openedBill(BillIndex index, Transaction transaction) throws Refusal {
        if (transaction.records().bill(index).orElse(null) instanceof OpenedBill opened) {
            return opened;
        }
        throw new Refusal(RefusalCode.UNKNOWN_BILL, "no bill was opened at this index");
    }

    /**
     * The part of a claim's share that an operation starts from.
     *
     * @throws Refusal UNKNOWN_SHARE if the claim has none, WRONG_STATE if it has none such
     */
    static Share movable(OpenedBill bill, ShareOperation operation, ClaimTurn turn) throws Refusal {
        List<Share> shares = bill.sharesOf(turn.payer(), turn.claim());
        if (shares.isEmpty()) {
            throw new Refusal(
                    RefusalCode.UNKNOWN_SHARE,
                    "claim " + turn.claim() + " of payer " + turn.payer() + " has no share here");
        }
        for (Share share : shares) {
            if (!ShareTransition.next(operation, share.state()).isEmpty()) {
                return share;
            }
        }
        throw new Refusal(
                RefusalCode.WRONG_STATE,
                operation.function()
                        + " does not apply to a share that is "
                        + shares.getFirst().state());
    }

    /** The one state that an operation leads a share to. */
    static ShareState next(ShareOperation operation, Share share) {
        return ShareTransition.next(operation, share.state()).getFirst();
    }
}
