package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.Act;
import io.yipiao.chaincode.record.EnrolledPayer;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.ShareState;

import java.util.List;
import java.util.Optional;

/**
 * What stamps a share and what raises a stamp do alike: its amount and its result are said anew.
 */
abstract class StampingRule implements ItemRule<StampRequest> {
    private final ShareOperation operation;

    StampingRule(ShareOperation operation) {
        this.operation = operation;
    }

    /**
     * Judges the amount.
     *
     * @return the state that the share comes to
     */
    abstract ShareState judge(OpenedBill bill, Share share, StampRequest request) throws Refusal;

    @Override
    public final StampRequest read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        return StampRequest.read(item);
    }

    @Override
    public final List<String> names(StampRequest request, Transaction transaction) {
        return List.of(Places.follow(request.index(), transaction).hex());
    }

    @Override
    public final Json.Members carryOut(StampRequest named, Transaction transaction) throws Refusal {
        StampRequest request = named.at(Places.follow(named.index(), transaction));
        EnrolledPayer payer = Payers.calling(request.turn().payer(), transaction);
        OpenedBill bill = Shares.openedBill(request.index(), transaction);
        Optional<Act> first = FirstOutcome.of(bill, operation, request.turn(), request.digest());
        if (first.isPresent()) {
            return ShareAnswer.of(first.get(), request.index());
        }
        Payers.refuseSuspended(request.turn().payer(), payer);
        Room.refuseConflict(bill);
        Room.refuseReversed(bill);
        Share share = Shares.movable(bill, operation, request.turn());
        ShareState next = judge(bill, share, request);
        Act act = new Act(operation, request.turn().n(), request.digest(), request.fen());
        Share moved = share.move(next, request.fen(), act).withResult(request.result());
        transaction.records().put(request.index(), bill.replace(share, moved));
        return ShareAnswer.of(act, request.index());
    }
}
