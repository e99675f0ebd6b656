package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.verdict.RefusalCode;

/** Which bills can be claimed by what they say of another: a red bill never. */
final class Claimable {
    private Claimable() {}

    static void check(BillOpening opening) throws Refusal {
        if (opening.related(Relation.Kind.REVERSES).isPresent()) {
            throw new Refusal(RefusalCode.BAD_OPENING, "a red bill cannot be claimed");
        }
    }
}
