package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.Act;
import io.yipiao.chaincode.record.EnrolledPayer;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.record.ShareTransition;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;
import java.util.Optional;

/**
 * Moves a claim over to the bill that replaces another after a partial refund, in one transaction:
 * what the new bill bears is STAMPED there and OFFSET here, the difference stays RECOVERING.
 */
public final class Net implements ItemRule<NetRequest> {

    @Override
    public NetRequest read(Json.Members item, int place, Proposal proposal) throws FieldException {
        return NetRequest.read(item, place, proposal);
    }

    @Override
    public List<BillId> identities(NetRequest request) {
        return request.opening().identities();
    }

    @Override
    public List<String> names(NetRequest request, Transaction transaction) throws Refusal {
        return List.of(
                transaction.index(request.opening().core().id()).hex(),
                Places.follow(request.original(), transaction).hex());
    }

    @Override
    public Json.Members carryOut(NetRequest request, Transaction transaction) throws Refusal {
        EnrolledPayer payer = Payers.calling(request.turn().payer(), transaction);
        FoundBill found = FoundBill.by(request.opening(), transaction);
        if (found.isSame()) {
            Optional<Act> first =
                    FirstOutcome.of(
                            found.opened(), ShareOperation.NET, request.turn(), request.digest());
            if (first.isPresent()) {
                return ShareAnswer.of(first.get(), found.index());
            }
        }
        Payers.refuseSuspended(request.turn().payer(), payer);
        if (!found.isSame()) {
            return found.contradict(transaction);
        }
        offset(request, transaction);
        Share share = share(request, payer);
        Room.check(found.opened(), share);
        transaction.records().put(found.index(), Room.take(found.opened(), share));
        return ShareAnswer.of(share.acts().getLast(), found.index());
    }

    private static void offset(NetRequest request, Transaction transaction) throws Refusal {
        BillIndex index = Places.follow(request.original(), transaction);
        OpenedBill original = Shares.openedBill(index, transaction);
        if (original.content().issuer() != request.opening().issuer()) {
            throw new Refusal(
                    RefusalCode.BAD_OPENING, "the bill that it replaces is another issuer's");
        }
        Room.refuseConflict(original);
        Replacement.refuseUnless(original.isReversed());
        Share owed = Shares.movable(original, ShareOperation.NETTED, request.turn());
        transaction
                .records()
                .put(
                        index,
                        PartMove.move(
                                original,
                                owed,
                                request.fen(),
                                Shares.next(ShareOperation.NETTED, owed),
                                act(ShareOperation.NETTED, request)));
    }

    private static Share share(NetRequest request, EnrolledPayer payer) {
        return new Share(
                request.turn().payer(),
                payer.payerClass(),
                request.turn().claim(),
                request.fen(),
                ShareTransition.first(ShareOperation.NET).orElseThrow(),
                Optional.of(request.result()),
                Optional.empty(),
                List.of(act(ShareOperation.NET, request)));
    }

    private static Act act(ShareOperation operation, NetRequest request) {
        return new Act(operation, request.turn().n(), request.digest(), request.fen());
    }
}
