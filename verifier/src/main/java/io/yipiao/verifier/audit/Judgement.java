package io.yipiao.verifier.audit;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

import java.util.Optional;

/**
 * What the audit makes of a transaction.
 *
 * @param id what it calls itself
 * @param code the flag it should bear
 * @param why what is wrong with it; empty if nothing is
 * @param content what it holds, if it is valid so far
 */
record Judgement(
        String id, TxValidationCode code, String why, Optional<TransactionContent> content) {

    static Judgement valid(String id, TransactionContent content) {
        return new Judgement(id, TxValidationCode.VALID, "", Optional.of(content));
    }

    static Judgement invalid(String id, TxValidationCode code, String why) {
        return new Judgement(id, code, why, Optional.empty());
    }

    boolean isValid() {
        return code == TxValidationCode.VALID;
    }
}
