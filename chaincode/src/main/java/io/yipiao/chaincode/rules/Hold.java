package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.Act;
import io.yipiao.chaincode.record.EnrolledPayer;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.record.ShareTransition;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.Optional;

/**
 * Opens a bill and takes a share of it (占用), or takes and stamps it at once (报销入账). A second
 * content at the bill's place is no refusal: it is remembered, and a person decides.
 */
public final class Hold implements ItemRule<HoldRequest> {
    private final ShareOperation operation;

    /**
     * @param operation HOLD or HOLD_AND_STAMP
     */
    public Hold(ShareOperation operation) {
        this.operation = operation;
    }

    @Override
    public HoldRequest read(Json.Members item, int place, Proposal proposal) throws FieldException {
        return HoldRequest.read(operation, item, place, proposal);
    }

    @Override
    public List<BillId> identities(HoldRequest request) {
        return request.opening().identities();
    }

    @Override
    public List<String> names(HoldRequest request, Transaction transaction) throws Refusal {
        return FoundBill.names(request.opening(), transaction);
    }

    @Override
    public Json.Members carryOut(HoldRequest request, Transaction transaction) throws Refusal {
        EnrolledPayer payer = Payers.calling(request.turn().payer(), transaction);
        FoundBill found = FoundBill.by(request.opening(), transaction);
        if (found.isSame()) {
            Optional<Act> first =
                    FirstOutcome.of(found.opened(), operation, request.turn(), request.digest());
            if (first.isPresent()) {
                return ShareAnswer.of(first.get(), found.index());
            }
        }
        Payers.refuseSuspended(request.turn().payer(), payer);
        Claimable.check(request.opening());
        if (!found.isSame()) {
            return found.contradict(transaction);
        }
        Replacement.settle(found.opened(), transaction);
        Share share = share(request, payer);
        Room.check(found.opened(), share);
        transaction.records().put(found.index(), Room.take(found.opened(), share));
        return ShareAnswer.of(share.acts().getLast(), found.index());
    }

    private Share share(HoldRequest request, EnrolledPayer payer) {
        Act act = new Act(operation, request.turn().n(), request.digest(), request.fen());
        return new Share(
                request.turn().payer(),
                payer.payerClass(),
                request.turn().claim(),
                request.fen(),
                ShareTransition.first(operation).orElseThrow(),
                request.result(),
                Optional.empty(),
                List.of(act));
    }
}
