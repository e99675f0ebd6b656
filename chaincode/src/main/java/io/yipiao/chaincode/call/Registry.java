package io.yipiao.chaincode.call;

import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.LedgerState;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;
import java.util.Map;

/** The ledger's one door: every call of the chaincode {@code registry} goes through here. */
public final class Registry {
    private Registry() {}

    /**
     * Runs one call.
     *
     * @param args the function's name in UTF-8, then its arguments
     * @param transientData what endorsers see and no block holds
     * @param state the transaction's view of the ledger; written to only if the call is accepted
     * @param keys this endorser's index keys
     * @return the answer as canonical JSON
     * @throws Refusal if the ledger says no
     */
    public static byte[] invoke(
            List<byte[]> args, Map<String, byte[]> transientData, LedgerState state, IndexKeys keys)
            throws Refusal {
        try {
            Proposal proposal = Proposal.of(args, transientData);
            Function function = Functions.named(proposal.function());
            function.authorise(state.caller());
            return Jcs.bytes(function.handler().handle(proposal, state, keys));
        } catch (FieldException e) {
            throw Refusal.because(RefusalCode.BAD_REQUEST, e);
        }
    }
}
