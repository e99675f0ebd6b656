package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.record.ShareState;
import io.yipiao.chaincode.record.ShareTransition;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/** Finds a claim's share of a bill, and where an operation may lead it. */
final class Shares {
    private Shares() {}

    /** The bill at an index, opened by a hold before. */
    static OpenedBill openedBill(BillIndex index, Transaction transaction) throws Refusal {
        if (transaction.records().bill(index).orElse(null) instanceof OpenedBill opened) {
            return opened;
        }
        throw new Refusal(RefusalCode.UNKNOWN_BILL, "no bill was opened at this index");
    }

    static Share ofClaim(OpenedBill bill, ClaimTurn turn) throws Refusal {
        Optional<Share> share = bill.shareOf(turn.payer(), turn.claim());
        if (share.isEmpty()) {
            throw new Refusal(
                    RefusalCode.UNKNOWN_SHARE,
                    "claim " + turn.claim() + " of payer " + turn.payer() + " has no share here");
        }
        return share.get();
    }

    static ShareState next(ShareOperation operation, Share share) throws Refusal {
        Optional<ShareState> next = ShareTransition.next(operation, share.state());
        if (next.isEmpty()) {
            throw new Refusal(
                    RefusalCode.WRONG_STATE,
                    operation.function() + " does not apply to a share that is " + share.state());
        }
        return next.get();
    }
}
