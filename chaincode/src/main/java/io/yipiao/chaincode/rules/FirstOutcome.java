package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.Act;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;
import java.util.Optional;

/** Finds out whether a call is a retry. A retry gets the first answer, whatever happened since. */
final class FirstOutcome {
    private FirstOutcome() {}

    /**
     * What was done under this turn, if anything.
     *
     * @throws Refusal MISMATCH if that was asked for with other content
     */
    static Optional<Act> of(
            OpenedBill bill, ShareOperation operation, ClaimTurn turn, Digest request)
            throws Refusal {
        List<Act> acts =
                bill.shares().stream()
                        .filter(share -> share.isOf(turn.payer(), turn.claim()))
                        .map(Share::acts)
                        .flatMap(List::stream)
                        .filter(act -> act.operation() == operation && act.n() == turn.n())
                        .toList();
        for (Act act : acts) {
            if (!act.request().equals(request)) {
                throw new Refusal(
                        RefusalCode.MISMATCH,
                        operation.function() + " " + turn.n() + " of this claim had other content");
            }
        }
        return acts.stream().findFirst();
    }
}
