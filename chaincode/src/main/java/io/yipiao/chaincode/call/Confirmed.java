package io.yipiao.chaincode.call;

import io.yipiao.chaincode.record.PendingCall;
import io.yipiao.chaincode.rules.AdministrativeRule;
import io.yipiao.chaincode.rules.Transaction;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;

/**
 * An administrator's call that needs a second one, of another organisation; one of the two is of
 * Insurance. The first call is tried and put down as pending; the same call of the other carries it
 * out. Once carried out, or once the rules changed, it has to be asked for anew.
 *
 * @param rule what it does
 */
record Confirmed(AdministrativeRule rule) implements Body {

    @Override
    public Json run(Proposal proposal, Transaction transaction) throws FieldException, Refusal {
        Transaction trial = transaction.part();
        Json.Members arguments = proposal.object();
        if (!rule.apply(arguments, trial)) {
            return Json.object().put("outcome", "ALREADY").end();
        }
        String msp = transaction.caller().msp();
        PendingCall asked =
                new PendingCall(
                        proposal.function(),
                        arguments,
                        msp,
                        transaction.rules().version(),
                        Optional.empty());
        Optional<PendingCall> waiting =
                transaction
                        .records()
                        .pending(asked.digest())
                        .filter(call -> call.waitsUnder(transaction.rules()));
        if (waiting.isPresent() && confirms(waiting.get().msp(), msp)) {
            trial.keep();
            transaction.records().put(waiting.get().confirmedBy(msp));
            return Json.object().put("outcome", "DONE").end();
        }
        if (waiting.isEmpty()) {
            transaction.records().put(asked);
        }
        return Json.object().put("outcome", "PENDING").put("digest", asked.digest().hex()).end();
    }

    private static boolean confirms(String first, String second) {
        return !first.equals(second)
                && (first.equals(Caller.INSURANCE) || second.equals(Caller.INSURANCE));
    }
}
