package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.receipt.ShareState;
import io.yipiao.verifier.verdict.RefusalCode;

/** Raises a stamp to a higher amount after an appeal that was upheld. Lower is {@code revoke}. */
public final class Amend extends StampingRule {
    public Amend() {
        super(ShareOperation.AMEND);
    }

    @Override
    ShareState judge(OpenedBill bill, Share stamped, StampRequest request) throws Refusal {
        if (request.fen().compareTo(stamped.fen()) <= 0) {
            throw new Refusal(
                    RefusalCode.NOT_HIGHER,
                    stamped.fen() + " yuan are stamped; less of it is for revoke");
        }
        Room.refuseBeyond(bill, request.fen().minus(stamped.fen()));
        return Shares.next(ShareOperation.AMEND, stamped);
    }
}
