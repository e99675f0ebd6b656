package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

/**
 * Gives a recovery up (核销), or a part of it: {@code {index, payer, claim, n, fen, reason}}. What is
 * written off stays taken, since nobody gave it back.
 */
public final class WriteOff implements AdministrativeRule {

    @Override
    public boolean apply(Json.Members arguments, Transaction transaction)
            throws FieldException, Refusal {
        PartRequest named = PartRequest.writeOff(arguments);
        PartRequest request = named.at(Places.follow(named.index(), transaction));
        PartMove move = PartMove.of(ShareOperation.WRITE_OFF, request, transaction);
        if (move.first().isPresent()) {
            return false;
        }
        move.carryOut(transaction);
        return true;
    }
}
