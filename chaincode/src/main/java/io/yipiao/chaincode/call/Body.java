package io.yipiao.chaincode.call;

import io.yipiao.chaincode.rules.Transaction;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

/** What a call that writes does inside its transaction. */
@FunctionalInterface
interface Body {
    Json run(Proposal proposal, Transaction transaction) throws FieldException, Refusal;
}
