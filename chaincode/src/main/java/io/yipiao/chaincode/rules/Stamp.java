package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.receipt.ShareState;
import io.yipiao.verifier.verdict.RefusalCode;

/** Stamps a held share as reimbursed (报销入账), with what was held or less. */
public final class Stamp extends StampingRule {
    public Stamp() {
        super(ShareOperation.STAMP);
    }

    @Override
    ShareState judge(OpenedBill bill, Share held, StampRequest request) throws Refusal {
        ShareState next = Shares.next(ShareOperation.STAMP, held);
        if (request.fen().compareTo(held.fen()) > 0) {
            throw new Refusal(
                    RefusalCode.EXCEEDED,
                    request.fen() + " yuan are stamped, " + held.fen() + " are held");
        }
        return next;
    }
}
