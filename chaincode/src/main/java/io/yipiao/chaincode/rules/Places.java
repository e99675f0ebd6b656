package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AliasBill;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.BillIndex;

/**
 * Where a bill's shares stand: a paper's at its electronic bill's place, which is one step away.
 */
final class Places {
    private Places() {}

    static BillIndex follow(BillIndex index, Transaction transaction) {
        return transaction.records().bill(index).orElse(null) instanceof AliasBill alias
                ? alias.aliasOf()
                : index;
    }

    static BillIndex follow(BillId id, Transaction transaction) throws Refusal {
        return follow(transaction.index(id), transaction);
    }
}
