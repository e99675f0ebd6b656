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
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;
import java.util.Optional;

/** Stamps a held share as reimbursed (报销入账), with what was held or less. */
public final class Stamp implements ItemRule<StampRequest> {

    @Override
    public StampRequest read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        return StampRequest.read(item);
    }

    @Override
    public List<String> names(StampRequest request, Transaction transaction) {
        return List.of(Places.follow(request.index(), transaction).hex());
    }

    @Override
    public Json.Members carryOut(StampRequest named, Transaction transaction) throws Refusal {
        StampRequest request = named.at(Places.follow(named.index(), transaction));
        EnrolledPayer payer = Payers.calling(request.turn().payer(), transaction);
        OpenedBill bill = Shares.openedBill(request.index(), transaction);
        Optional<Act> first =
                FirstOutcome.of(bill, ShareOperation.STAMP, request.turn(), request.digest());
        if (first.isPresent()) {
            return ShareAnswer.of(first.get(), request.index());
        }
        Payers.refuseSuspended(request.turn().payer(), payer);
        Room.refuseConflict(bill);
        Room.refuseReversed(bill);
        Share held = Shares.movable(bill, ShareOperation.STAMP, request.turn());
        ShareState next = Shares.next(ShareOperation.STAMP, held);
        if (request.fen().compareTo(held.fen()) > 0) {
            throw new Refusal(
                    RefusalCode.EXCEEDED,
                    request.fen() + " yuan are stamped, " + held.fen() + " are held");
        }
        Act act =
                new Act(ShareOperation.STAMP, request.turn().n(), request.digest(), request.fen());
        Share stamped = held.move(next, request.fen(), act).withResult(request.result());
        transaction.records().put(request.index(), bill.replace(held, stamped));
        return ShareAnswer.of(act, request.index());
    }
}
