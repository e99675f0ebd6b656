package io.yipiao.chaincode.call;

import io.yipiao.chaincode.rules.Role;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.LedgerState;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;

/**
 * One function of the registry.
 *
 * @param name as the first argument spells it
 * @param roles whose certificates may call it; none named: every member's
 * @param handler what it does
 */
record Function(String name, List<Role> roles, Handler handler) {

    /** Carries out a call that is permitted. */
    @FunctionalInterface
    interface Handler {
        Json handle(Proposal proposal, LedgerState state, IndexKeys keys)
                throws FieldException, Refusal;
    }

    /** Refuses a caller whose certificate has none of the roles. */
    void authorise(Caller caller) throws Refusal {
        if (!roles.isEmpty() && roles.stream().noneMatch(role -> role.isOf(caller))) {
            throw new Refusal(
                    RefusalCode.FORBIDDEN,
                    name + " is not for this certificate of " + caller.msp());
        }
    }
}
