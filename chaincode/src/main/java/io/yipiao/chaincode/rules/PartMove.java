package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.Act;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.receipt.ShareState;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/**
 * A move of a part of a claim's share, which splits the share in two of the same claim, or of all
 * of it. No such move adds to what is occupied.
 *
 * @param operation what moves it
 * @param request what is asked for
 * @param bill the bill as it stands
 */
record PartMove(ShareOperation operation, PartRequest request, OpenedBill bill) {

    static PartMove of(ShareOperation operation, PartRequest request, Transaction transaction)
            throws Refusal {
        return new PartMove(operation, request, Shares.openedBill(request.index(), transaction));
    }

    /** What the call did when it was made first. */
    Optional<Act> first() throws Refusal {
        return FirstOutcome.of(bill, operation, request.turn(), request.digest());
    }

    Act carryOut(Transaction transaction) throws Refusal {
        Share share = Shares.movable(bill, operation, request.turn());
        ShareState to = request.to().orElseGet(() -> Shares.next(operation, share));
        Act act =
                new Act(
                        operation,
                        request.turn().n(),
                        request.digest(),
                        request.fen(),
                        request.to());
        transaction.records().put(request.index(), move(bill, share, request.fen(), to, act));
        return act;
    }

    /**
     * A bill with a part of a share moved.
     *
     * @throws Refusal EXCEEDED if the share is less
     */
    static OpenedBill move(OpenedBill bill, Share share, Fen part, ShareState to, Act act)
            throws Refusal {
        if (part.compareTo(share.fen()) > 0) {
            throw new Refusal(
                    RefusalCode.EXCEEDED,
                    part + " yuan are asked for, " + share.fen() + " are " + share.state());
        }
        return Room.orFull(bill.taken().move(share, part, to, act).map(bill::with));
    }
}
