package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.ClaimNumber;
import io.yipiao.chaincode.record.PayerId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

/**
 * For whom something is done to a bill: members {@code payer, claim, n}. Together with the
 * operation's name they tell a retry from a new call.
 *
 * @param payer who reimburses
 * @param claim under which claim
 * @param n the client's number, from 1
 */
record ClaimTurn(PayerId payer, ClaimNumber claim, int n) {

    static ClaimTurn read(Json.Members item) throws FieldException {
        return new ClaimTurn(
                PayerId.of(item.text("payer")),
                ClaimNumber.of(item.text("claim")),
                item.whole("n", 1, Integer.MAX_VALUE));
    }

    Json.Writer writeTo(Json.Writer out) {
        return out.put("payer", payer.text()).put("claim", claim.text()).put("n", n);
    }
}
