package io.yipiao.verifier.audit;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A transaction that must not change the ledger: the flag it should bear, and why. */
final class InvalidTransaction extends Exception {
    private final TxValidationCode code;
    private final String why;

    InvalidTransaction(TxValidationCode code, String why) {
        super(why);
        this.code = code;
        this.why = why;
    }

    static InvalidTransaction malformed(String why) {
        return new InvalidTransaction(TxValidationCode.INVALID_ENDORSER_TRANSACTION, why);
    }

    static InvalidTransaction writingIllegally(String why) {
        return new InvalidTransaction(TxValidationCode.ILLEGAL_WRITESET, why);
    }

    static InvalidTransaction ofNoChaincode(String why) {
        return new InvalidTransaction(TxValidationCode.INVALID_CHAINCODE, why);
    }

    TxValidationCode code() {
        return code;
    }

    String why() {
        return why;
    }
}
