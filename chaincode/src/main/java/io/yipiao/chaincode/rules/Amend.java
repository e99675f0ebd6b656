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

/** Raises a stamp to a higher amount after an appeal that was upheld. Lower is {@code revoke}. */
public final class Amend implements ItemRule<StampRequest> {

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
                FirstOutcome.of(bill, ShareOperation.AMEND, request.turn(), request.digest());
        if (first.isPresent()) {
            return ShareAnswer.of(first.get(), request.index());
        }
        Payers.refuseSuspended(request.turn().payer(), payer);
        Room.refuseConflict(bill);
        Room.refuseReversed(bill);
        Share stamped = Shares.movable(bill, ShareOperation.AMEND, request.turn());
        checkHigher(bill, stamped, request);
        Act act =
                new Act(ShareOperation.AMEND, request.turn().n(), request.digest(), request.fen());
        ShareState next = Shares.next(ShareOperation.AMEND, stamped);
        Share amended = stamped.move(next, request.fen(), act).withResult(request.result());
        transaction.records().put(request.index(), bill.replace(stamped, amended));
        return ShareAnswer.of(act, request.index());
    }

    private static void checkHigher(OpenedBill bill, Share stamped, StampRequest request)
            throws Refusal {
        if (request.fen().compareTo(stamped.fen()) <= 0) {
            throw new Refusal(
                    RefusalCode.NOT_HIGHER,
                    stamped.fen() + " yuan are stamped; less of it is for revoke");
        }
        Room.refuseBeyond(bill, request.fen().minus(stamped.fen()));
    }
}
