package io.yipiao.chaincode.call;

import io.yipiao.chaincode.rules.AdministrativeRule;
import io.yipiao.chaincode.rules.Transaction;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

/**
 * A call on one object, such as an administrator's, that needs nobody else.
 *
 * @param rule what it does
 */
record AtOnce(AdministrativeRule rule) implements Body {

    @Override
    public Json run(Proposal proposal, Transaction transaction) throws FieldException, Refusal {
        boolean changed = rule.apply(proposal.object(), transaction);
        return Json.object().put("outcome", changed ? "DONE" : "ALREADY").end();
    }
}
