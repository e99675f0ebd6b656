package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.EnrolledPayer;
import io.yipiao.chaincode.record.PayerId;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/** For whom a caller may act. */
final class Payers {
    private Payers() {}

    /** The payer, for whom the caller acts by organisation and by certificate. */
    static EnrolledPayer calling(PayerId id, Transaction transaction) throws Refusal {
        Caller caller = transaction.caller();
        if (!caller.has(Caller.PAYER, id.text())) {
            throw new Refusal(
                    RefusalCode.FORBIDDEN, "the certificate does not act for payer " + id);
        }
        Optional<EnrolledPayer> payer = transaction.records().payer(id);
        if (payer.isEmpty()) {
            throw new Refusal(RefusalCode.UNKNOWN_PAYER, "payer " + id + " is not enrolled");
        }
        if (!payer.get().msp().equals(caller.msp())) {
            throw new Refusal(RefusalCode.FORBIDDEN, "payer " + id + " is not of " + caller.msp());
        }
        return payer.get();
    }

    static void refuseSuspended(PayerId id, EnrolledPayer payer) throws Refusal {
        if (payer.suspended()) {
            throw new Refusal(RefusalCode.SUSPENDED_PAYER, "payer " + id + " is suspended");
        }
    }
}
