package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.Attestation;
import io.yipiao.chaincode.record.EnrolledPayer;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;

/**
 * Notes that a payer paid because of a bill without taking any of it: a fixed-sum policy needs only
 * proof that the bill is good, and uses nothing up.
 */
public final class Attest implements ItemRule<AttestRequest> {

    @Override
    public AttestRequest read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        return AttestRequest.read(item, place, proposal);
    }

    @Override
    public List<BillId> identities(AttestRequest request) {
        return request.opening().identities();
    }

    @Override
    public List<String> names(AttestRequest request, Transaction transaction) throws Refusal {
        return FoundBill.names(request.opening(), transaction);
    }

    @Override
    public Json.Members carryOut(AttestRequest request, Transaction transaction) throws Refusal {
        EnrolledPayer payer = Payers.calling(request.turn().payer(), transaction);
        FoundBill found = FoundBill.by(request.opening(), transaction);
        if (found.isSame() && isRetry(found.opened(), request)) {
            return answer(found.index());
        }
        Payers.refuseSuspended(request.turn().payer(), payer);
        Claimable.check(request.opening());
        if (!found.isSame()) {
            return found.contradict(transaction);
        }
        Room.refuseConflict(found.opened());
        Room.refuseReversed(found.opened());
        Attestation attestation =
                new Attestation(
                        request.turn().payer(),
                        payer.payerClass(),
                        request.turn().claim(),
                        request.turn().n(),
                        request.digest(),
                        request.result());
        transaction.records().put(found.index(), found.opened().with(attestation));
        return answer(found.index());
    }

    private static boolean isRetry(OpenedBill bill, AttestRequest request) throws Refusal {
        ClaimTurn turn = request.turn();
        for (Attestation noted : bill.attested()) {
            if (noted.isOf(turn.payer(), turn.claim()) && noted.n() == turn.n()) {
                if (!noted.request().equals(request.digest())) {
                    throw new Refusal(
                            RefusalCode.MISMATCH,
                            "attest " + turn.n() + " of this claim had other content");
                }
                return true;
            }
        }
        return false;
    }

    private static Json.Members answer(BillIndex index) {
        return Json.object().put("outcome", "ATTESTED").put("index", index.hex()).end();
    }
}
