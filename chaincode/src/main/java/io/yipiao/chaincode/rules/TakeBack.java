package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.Act;
import io.yipiao.chaincode.record.EnrolledPayer;
import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.Optional;

/**
 * What a payer does to get money back: it takes a stamp back (入账撤销), all of it or the part that was
 * too much, or closes a recovery (追款), in parts if it comes in parts.
 */
public final class TakeBack implements ItemRule<PartRequest> {
    private final ShareOperation operation;

    /**
     * @param operation REVOKE or RECOVER
     */
    public TakeBack(ShareOperation operation) {
        this.operation = operation;
    }

    @Override
    public PartRequest read(Json.Members item, int place, Proposal proposal) throws FieldException {
        return operation == ShareOperation.REVOKE
                ? PartRequest.revoke(item)
                : PartRequest.recover(item);
    }

    @Override
    public List<String> names(PartRequest request, Transaction transaction) {
        return List.of(Places.follow(request.index(), transaction).hex());
    }

    @Override
    public Json.Members carryOut(PartRequest named, Transaction transaction) throws Refusal {
        PartRequest request = named.at(Places.follow(named.index(), transaction));
        EnrolledPayer payer = Payers.calling(request.turn().payer(), transaction);
        PartMove move = PartMove.of(operation, request, transaction);
        Optional<Act> first = move.first();
        if (first.isPresent()) {
            return ShareAnswer.of(first.get(), request.index());
        }
        Payers.refuseSuspended(request.turn().payer(), payer);
        return ShareAnswer.of(move.carryOut(transaction), request.index());
    }
}
