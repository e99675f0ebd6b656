package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.Act;
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

/**
 * Gives a held share back: its payer does, or a supervisor of Insurance with a reason. Nothing
 * expires by itself.
 */
public final class Release implements ItemRule<ReleaseRequest> {

    @Override
    public ReleaseRequest read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        return ReleaseRequest.read(item);
    }

    @Override
    public List<String> names(ReleaseRequest request, Transaction transaction) {
        return List.of(Places.follow(request.index(), transaction).hex());
    }

    @Override
    public Json.Members carryOut(ReleaseRequest named, Transaction transaction) throws Refusal {
        ReleaseRequest request = named.at(Places.follow(named.index(), transaction));
        checkCaller(request, transaction);
        OpenedBill bill = Shares.openedBill(request.index(), transaction);
        Optional<Act> first =
                FirstOutcome.of(bill, ShareOperation.RELEASE, request.turn(), request.digest());
        if (first.isPresent()) {
            return ShareAnswer.of(first.get(), request.index());
        }
        Share held = Shares.movable(bill, ShareOperation.RELEASE, request.turn());
        ShareState next = Shares.next(ShareOperation.RELEASE, held);
        Act act = new Act(ShareOperation.RELEASE, request.turn().n(), request.digest(), held.fen());
        Share released = held.move(next, held.fen(), act).withReason(request.reason());
        transaction.records().put(request.index(), bill.replace(held, released));
        return ShareAnswer.of(act, request.index());
    }

    /** Even a suspended payer may give back. */
    private static void checkCaller(ReleaseRequest request, Transaction transaction)
            throws Refusal {
        if (!Role.SUPERVISOR.isOf(transaction.caller())) {
            Payers.calling(request.turn().payer(), transaction);
        } else if (request.reason().isEmpty()) {
            throw new Refusal(RefusalCode.BAD_REQUEST, "a supervisor gives a reason");
        }
    }
}
