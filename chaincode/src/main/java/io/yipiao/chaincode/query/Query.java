package io.yipiao.chaincode.query;

import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.LedgerState;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

/** A question that writes nothing. */
@FunctionalInterface
public interface Query {
    Json answer(Proposal proposal, LedgerState state, IndexKeys keys)
            throws FieldException, Refusal;
}
