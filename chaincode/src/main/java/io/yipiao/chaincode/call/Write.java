package io.yipiao.chaincode.call;

import io.yipiao.chaincode.rules.Transaction;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.LedgerState;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

/**
 * A call that writes: what its body wrote reaches the ledger at the end, all of it or nothing.
 *
 * @param body what it does
 * @param beforeRules whether it may be called while the ledger has no rules
 */
record Write(Body body, boolean beforeRules) implements Function.Handler {

    @Override
    public Json handle(Proposal proposal, LedgerState state, IndexKeys keys)
            throws FieldException, Refusal {
        Transaction transaction = Transaction.on(state, keys);
        if (transaction.rules().version() == 0 && !beforeRules) {
            throw new Refusal(RefusalCode.NO_RULES, "setRules comes first");
        }
        Json answer = body.run(proposal, transaction);
        transaction.keep();
        return answer;
    }
}
